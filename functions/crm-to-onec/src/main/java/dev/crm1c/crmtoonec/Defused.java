package dev.crm1c.crmtoonec;

/** Texts from outside as part of our own: square brackets would be read as BBCode, and nobody reads a page in a list. */
final class Defused {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WORDS = 300;

    private Defused() {}

    static String name(String text) {
        return shortened(text, LONGEST_NAME);
    }

    /** What another system says of itself deserves more room than a name. */
    static String words(String text) {
        return shortened(text, LONGEST_WORDS);
    }

    /** {@code Document_ЗаказКлиента/Товары} is for programmers: people know «ЗаказКлиента, Товары». */
    static String path(String path) {
        return name(path)
                .replaceFirst("^[A-Za-z]+_", "")
                .replaceFirst("_Key$", "")
                .replace("/", ", ");
    }

    private static String shortened(String text, int limit) {
        String plain = OneLine.of(text).replace('[', '(').replace(']', ')');
        return plain.codePointCount(0, plain.length()) > limit
                ? plain.substring(0, plain.offsetByCodePoints(0, limit)) + "…"
                : plain;
    }
}
