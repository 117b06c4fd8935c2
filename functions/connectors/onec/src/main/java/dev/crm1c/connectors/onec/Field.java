package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Composite.Primitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One field of an object as it came from 1C. What is not there, is null or is 1C's own "nothing" reads as empty: 0, a blank, no reference.
 * What cannot be read at all is an error that names the field and never the value. Source: reference "onec", 1.3.
 *
 * @param value the field's value
 * @param type the value of {@code X_Type}, for composite fields
 */
record Field(String name, JsonNode value, JsonNode type) {
    static final String NAMESPACE = "StandardODATA.";
    /** 1C's "no reference". */
    static final UUID NO_REFERENCE = new UUID(0, 0);
    /** 1C's "no date". */
    static final LocalDateTime NO_DATE = LocalDateTime.of(1, 1, 1, 0, 0);

    private static final String UNDEFINED = NAMESPACE + "Undefined";
    private static final String PRIMITIVE = "Edm.";
    /** Any other name of the namespace is an enumeration's, and enumerations have no sets (reference "onec", 1.2). */
    private static final Pattern OF_OBJECTS =
            Pattern.compile("(Catalog|Document|ExchangePlan|ChartOf[A-Za-z]+|BusinessProcess|Task)_");

    static Field of(JsonNode object, String name) {
        return new Field(name, object.path(name), object.path(name + "_Type"));
    }

    /** Fixed-length strings come padded with blanks. */
    String text() {
        return value.isNull() ? "" : value.asText().strip();
    }

    boolean flag() {
        return value.asBoolean();
    }

    /** A sum, a quantity or a rate: a JSON number, the text of a long whole number, or null for an empty resource of a register. */
    BigDecimal number() {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (blank()) {
            return BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException _) {
            throw unreadable("a number");
        }
    }

    /** A row's number, a multiplicity, a count. */
    long whole() {
        try {
            return number().longValueExact();
        } catch (ArithmeticException _) {
            throw unreadable("a whole number");
        }
    }

    /** The key referred to; {@link #NO_REFERENCE} for none. */
    UUID key() {
        if (blank()) {
            return NO_REFERENCE;
        }
        try {
            return UUID.fromString(text());
        } catch (IllegalArgumentException _) {
            throw unreadable("a key");
        }
    }

    Optional<UUID> reference() {
        return Optional.of(key()).filter(key -> !key.equals(NO_REFERENCE));
    }

    /** The base's own local time; empty for 0001-01-01. */
    Optional<LocalDateTime> moment() {
        if (blank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text())).filter(moment -> !moment.equals(NO_DATE));
        } catch (DateTimeException _) {
            throw unreadable("a date");
        }
    }

    /** A field of several types, by its {@code _Type}. */
    Composite composite() {
        String named = type.asText();
        if (blank() || named.equals(UNDEFINED)) {
            return new Composite.Undefined();
        }
        if (named.startsWith(NAMESPACE)) {
            String set = named.substring(NAMESPACE.length());
            return OF_OBJECTS.matcher(set).lookingAt()
                    ? referenceTo(set)
                    : new Composite.Value(Primitive.ENUMERATION, text());
        }
        return named.startsWith(PRIMITIVE) || !named.contains(".")
                ? new Composite.Value(primitive(named), text())
                : referenceTo(named);
    }

    /** What is not published is referred to as {@code UnavailableEntities.UnavailableEntity_…}: no set has that name, so nobody takes it for his. */
    private Composite referenceTo(String set) {
        return reference()
                .<Composite>map(key -> new Composite.Reference(set, key))
                .orElseGet(Composite.Undefined::new);
    }

    private Primitive primitive(String named) {
        return switch (named.startsWith(PRIMITIVE) ? named.substring(PRIMITIVE.length()) : named) {
            case "Boolean" -> Primitive.FLAG;
            case "DateTime" -> Primitive.MOMENT;
            case "Double", "Decimal", "Int16", "Int32", "Int64" -> Primitive.NUMBER;
            case "Guid" -> Primitive.KEY;
            case "String", "" -> Primitive.TEXT;
            default -> throw unreadable("a value of a known type");
        };
    }

    private boolean blank() {
        return text().isEmpty();
    }

    private IllegalStateException unreadable(String expected) {
        return new IllegalStateException("1C's field " + name + " is not " + expected);
    }

    /** May hold somebody's name. */
    @Override
    public String toString() {
        return "Field[" + name + "]";
    }
}
