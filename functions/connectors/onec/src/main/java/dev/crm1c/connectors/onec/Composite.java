package dev.crm1c.connectors.onec;

import java.util.UUID;

/** The value of a field that may be of several types. Source: reference "onec", 1.3. */
sealed interface Composite {

    /** Неопределено, or a reference to nothing. */
    record Undefined() implements Composite {}

    /** @param set {@code Catalog_Номенклатура}; of what is not published a name that no set has */
    record Reference(String set, UUID key) implements Composite {}

    /** Neither nothing nor a reference, in 1C's own text of it. */
    record Value(Primitive type, String text) implements Composite {
        /** May hold somebody's name. */
        @Override
        public String toString() {
            return "Value[" + type + "]";
        }
    }

    enum Primitive {
        TEXT,
        NUMBER,
        FLAG,
        MOMENT,
        KEY,
        ENUMERATION
    }
}
