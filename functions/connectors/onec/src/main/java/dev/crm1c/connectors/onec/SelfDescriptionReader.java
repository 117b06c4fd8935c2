package dev.crm1c.connectors.onec;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reduces a base's {@code $metadata}, of which УТ has 17 MB, to the fields of some sets and the members of some enumerations, as it comes.
 * Shape: reference "onec", 1.9.
 */
final class SelfDescriptionReader {
    private static final long LONGEST = 128L * 1024 * 1024;
    private static final String OF_ROWS = "_RowType";

    private final Set<String> sets;
    private final Set<String> enumerations;
    /** What was found, as {@link ProfileNames} writes it. */
    private final Set<String> names = new TreeSet<>();

    private SelfDescriptionReader(Set<String> sets, Set<String> enumerations) {
        this.sets = sets;
        this.enumerations = enumerations;
    }

    static Set<String> read(InputStream document, ProfileNames wanted) throws IOException {
        var reader = new SelfDescriptionReader(wanted.sets(), wanted.enumerations());
        try {
            reader.read(factory().createXMLStreamReader(new Bounded(document), "UTF-8"));
        } catch (XMLStreamException broken) {
            throw new IOException("the base's metadata is no XML", broken);
        }
        return reader.names;
    }

    /** A document from outside may not make us fetch or expand anything. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        String owner = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = String.valueOf(xml.getAttributeValue(null, "Name"));
            switch (xml.getLocalName()) {
                case "EntityType" -> owner = sets.contains(name) ? name : "";
                case "ComplexType" -> owner = ofRows(name);
                case "EnumType" -> owner = enumerations.contains(name) ? name : "";
                case "Property", "Member" -> {
                    if (!owner.isEmpty()) {
                        names.add(owner + "/" + name);
                    }
                }
                default -> {}
            }
        }
    }

    /** {@code Document_X_Товары_RowType} is the part {@code Document_X/Товары}; an object's name may hold underscores itself. */
    private String ofRows(String type) {
        if (!type.endsWith(OF_ROWS)) {
            return "";
        }
        String plain = type.substring(0, type.length() - OF_ROWS.length());
        return sets.stream()
                .filter(set -> plain.startsWith(set + "_"))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(set -> set + "/" + plain.substring(set.length() + 1))
                .orElse("");
    }

    /** However long the answer, we read so much and no more. */
    private static final class Bounded extends FilterInputStream {
        private long left = LONGEST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int got = super.read();
            count(got < 0 ? 0 : 1);
            return got;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("longer than " + LONGEST + " bytes");
            }
        }
    }
}
