package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.structure.PropertyType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.UUID;

/** A value. No Java null among them: 1C has an empty value of every type (onec.md §1.3). */
public sealed interface Value {
    UUID EMPTY_REFERENCE = new UUID(0, 0);
    LocalDateTime EMPTY_DATE = LocalDateTime.of(1, 1, 1, 0, 0, 0);
    String UNDEFINED = "StandardODATA.Undefined";
    String NAMESPACE = "StandardODATA.";

    record Text(String text) implements Value {}

    record Numeric(BigDecimal number) implements Value {}

    record Flag(boolean set) implements Value {}

    record Moment(LocalDateTime at) implements Value {}

    record Key(UUID id) implements Value {
        public boolean empty() {
            return id.equals(EMPTY_REFERENCE);
        }
    }

    /** A value with its wire type: {@code StandardODATA.Catalog_X} and a guid, {@code Edm.String} and a text, … */
    record Composite(String type, String text) implements Value {
        public static Composite reference(String set, UUID id) {
            return new Composite(NAMESPACE + set, id.toString());
        }

        /** A guid of some set, and not a value of another type or of none. */
        public boolean refers() {
            return set().contains("_")
                    && text.length() == EMPTY_REFERENCE.toString().length();
        }

        /** The set a reference points into, or the type itself when it is no reference. */
        public String set() {
            return type.startsWith(NAMESPACE) ? type.substring(NAMESPACE.length()) : type;
        }
    }

    /** NULL: only what is calculated has it (onec.md §1.3); what is stored has the empty value of its type. */
    record Nothing() implements Value {}

    static Value emptyOf(PropertyType type) {
        return switch (type) {
            case PropertyType.Text _, PropertyType.EnumName _, PropertyType.CompositeTypeName _ -> new Text("");
            case PropertyType.Whole _, PropertyType.Fractional _ -> new Numeric(BigDecimal.ZERO);
            case PropertyType.Flag _ -> new Flag(false);
            case PropertyType.Moment _ -> new Moment(EMPTY_DATE);
            case PropertyType.Identifier _, PropertyType.Reference _ -> new Key(EMPTY_REFERENCE);
            case PropertyType.Composite _ -> new Composite(UNDEFINED, "");
        };
    }
}
