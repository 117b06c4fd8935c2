package dev.crm1c.simulators.onec.query;

/** A word of a filter. Literals carry their text without quotes. */
record Token(Kind kind, String text) {
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        GUID,
        DATETIME,
        OPEN,
        CLOSE,
        COMMA,
        COLON,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean word(String wanted) {
        return kind == Kind.NAME && text.equals(wanted);
    }
}
