package dev.crm1c.simulators.onec.wire;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.query.EntityQuery.Found;
import dev.crm1c.simulators.onec.query.Selection;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Entities as Atom, the form 1C answers in when nobody asks for JSON (onec.md §1.1). */
final class AtomEntities {
    private static final String DATA = "http://schemas.microsoft.com/ado/2007/08/dataservices";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final String METADATA = DATA + "/metadata";
    private final String root;
    private final Clock clock;

    AtomEntities(String root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    String feed(String set, Found found, boolean counted) {
        Xml xml = new Xml();
        open(xml, "feed");
        xml.leaf("id", root + "/" + set).leaf("title", "", "type", "text").leaf("updated", now());
        if (counted) {
            xml.leaf("m:count", String.valueOf(found.total()));
        }
        found.rows().forEach(row -> {
            xml.start("entry");
            inside(xml, row, found.selection());
            xml.end();
        });
        return legal(xml.end());
    }

    /** Objects of several sets; what was physically deleted is a tombstone of RFC 6721 (onec.md §1.10 [doc]). */
    String changes(List<Entity> present, List<Entity> deleted) {
        Xml xml = new Xml();
        open(xml, "feed", "xmlns:at", TOMBSTONES);
        xml.leaf("id", root + "/SelectChanges")
                .leaf("title", "", "type", "text")
                .leaf("updated", now());
        present.forEach(entity -> {
            xml.start("entry");
            inside(xml, entity, Selection.everything());
            xml.end();
        });
        deleted.forEach(
                entity -> xml.empty("at:deleted-entry", "ref", root + "/" + WireText.resource(entity), "when", now()));
        return legal(xml.end());
    }

    String single(Row row, Selection selection) {
        Xml xml = new Xml();
        open(xml, "entry");
        inside(xml, row, selection);
        return legal(xml.end());
    }

    /** One illegal character spoils the whole answer, not its object only (onec.md §1.3 [live]). */
    private static String legal(Xml xml) {
        String text = xml.toString();
        if (!Xml.holds(text)) {
            throw ODataFailure.badValue("Недопустимый символ XML в значении свойства");
        }
        return text;
    }

    /** @param more attributes: names and values in turn */
    private void open(Xml xml, String element, String... more) {
        List<String> attributes = new ArrayList<>(List.of(
                "xmlns", "http://www.w3.org/2005/Atom", "xmlns:m", METADATA, "xmlns:d", DATA, "xml:base", root + "/"));
        attributes.addAll(List.of(more));
        xml.start(element, attributes.toArray(String[]::new));
    }

    private void inside(Xml xml, Row row, Selection selection) {
        String resource = WireText.resource(row);
        xml.leaf("id", root + "/" + resource);
        xml.empty("category", "term", Value.NAMESPACE + row.shape().set(), "scheme", DATA + "/scheme");
        xml.leaf("title", "", "type", "text")
                .leaf("updated", now())
                .empty("author")
                .empty("summary");
        xml.empty("link", "rel", "edit", "href", resource, "title", "edit-link");
        for (Property property : row.shape().properties()) {
            if (selection.property(property) && WireText.refers(row, property)) {
                String navigation = property.navigation().orElseThrow();
                xml.empty(
                        "link",
                        "rel",
                        DATA + "/related/" + navigation,
                        "type",
                        "application/atom+xml;type=entry",
                        "title",
                        navigation,
                        "href",
                        resource + "/" + navigation);
            }
        }
        xml.start("content", "type", "application/xml").start("m:properties");
        row.shape().properties().stream()
                .filter(selection::property)
                .forEach(property -> property(xml, property, row.value(property)));
        if (row instanceof Entity entity) {
            entity.structure().parts().stream()
                    .filter(selection::part)
                    .forEach(part -> part(xml, entity, part, selection));
        }
        xml.end().end();
    }

    private static void part(Xml xml, Entity entity, TabularPart part, Selection selection) {
        String rowType = Value.NAMESPACE + part.rowType();
        xml.start("d:" + part.name(), "m:type", "Collection(" + rowType + ")");
        for (PartRow row : entity.rows(part)) {
            xml.start("d:element", "m:type", rowType);
            row.shape().properties().stream()
                    .filter(field -> selection.partField(part, field))
                    .forEach(field -> property(xml, field, row.value(field)));
            xml.end();
        }
        xml.end();
    }

    private static void property(Xml xml, Property property, Value value) {
        if (value instanceof Value.Nothing) {
            xml.empty("d:" + property.name(), "m:null", "true");
        } else if (property.type().edm().equals("Edm.String") || property.type() instanceof PropertyType.Composite) {
            xml.leaf("d:" + property.name(), WireText.of(value));
        } else {
            xml.leaf(
                    "d:" + property.name(),
                    WireText.of(value),
                    "m:type",
                    property.type().edm());
        }
    }

    private String now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
