package dev.crm1c.connectors.onec;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** A value as addresses and filters take it; written here and nowhere else. Source: reference "onec", 1.2. */
record Literal(String text) {
    /** Whole seconds, and no zone: the base's own local time (reference "onec", 1.3). */
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    static Literal of(String text) {
        return new Literal("'" + Controls.removedFrom(text).replace("'", "''") + "'");
    }

    static Literal of(UUID key) {
        return new Literal("guid'" + key + "'");
    }

    static Literal of(LocalDateTime moment) {
        return new Literal("datetime'" + SECONDS.format(moment) + "'");
    }

    /** 1C reads no exponents (reference "onec", 1.2, live). */
    static Literal of(BigDecimal number) {
        return new Literal(number.toPlainString());
    }

    static Literal of(long number) {
        return new Literal(Long.toString(number));
    }

    static Literal of(boolean flag) {
        return new Literal(Boolean.toString(flag));
    }

    /** A reference for a composite field: compared with a bare guid such a field is always unequal (reference "onec", 1.4). */
    static Literal of(UUID key, String set) {
        return new Literal("cast(guid'" + key + "','" + set + "')");
    }

    /** May hold somebody's tax number. */
    @Override
    public String toString() {
        return "Literal[***]";
    }
}
