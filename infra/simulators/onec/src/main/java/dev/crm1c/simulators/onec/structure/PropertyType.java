package dev.crm1c.simulators.onec.structure;

import java.util.List;
import java.util.Set;

/** The 1C types as they look on the wire (onec.md §1.3). */
public sealed interface PropertyType {

    /** The {@code Type} attribute of the property in {@code $metadata}. */
    String edm();

    /** Length 0 is a string of unlimited length; a padded one is filled up with spaces [rec]. */
    record Text(int length, boolean padded) implements PropertyType {
        public boolean unlimited() {
            return length == 0;
        }

        @Override
        public String edm() {
            return "Edm.String";
        }
    }

    record EnumName(String enumeration, List<String> values) implements PropertyType {
        @Override
        public String edm() {
            return "Edm.String";
        }
    }

    /** Up to four digits it is an Int16 and a JSON number, above that an Int64 and a JSON string [rec, live]. */
    record Whole(int digits) implements PropertyType {
        public boolean small() {
            return digits <= 4;
        }

        @Override
        public String edm() {
            return small() ? "Edm.Int16" : "Edm.Int64";
        }
    }

    record Fractional(int digits, int fraction) implements PropertyType {
        @Override
        public String edm() {
            return "Edm.Double";
        }
    }

    record Flag() implements PropertyType {
        @Override
        public String edm() {
            return "Edm.Boolean";
        }
    }

    record Moment(DatePart part) implements PropertyType {
        @Override
        public String edm() {
            return "Edm.DateTime";
        }
    }

    /** A guid that refers to nothing. */
    record Identifier() implements PropertyType {
        @Override
        public String edm() {
            return "Edm.Guid";
        }
    }

    /** A reference of one type, {@code X_Key}; the target is a set name and may be unknown to this structure. */
    record Reference(String target) implements PropertyType {
        @Override
        public String edm() {
            return "Edm.Guid";
        }
    }

    /** {@code X} of a pair {@code X} + {@code X_Type}; an empty list of types admits any. */
    record Composite(Set<String> types) implements PropertyType {
        public boolean admits(String type) {
            return types.isEmpty() || types.contains(type);
        }

        @Override
        public String edm() {
            return "Edm.String";
        }
    }

    /** {@code X_Type} of such a pair. */
    record CompositeTypeName(String of) implements PropertyType {
        @Override
        public String edm() {
            return "Edm.String";
        }
    }
}
