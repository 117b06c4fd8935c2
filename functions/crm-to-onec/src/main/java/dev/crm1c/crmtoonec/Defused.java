package dev.crm1c.crmtoonec;

/** Texts from outside as part of our own: square brackets would be read as BBCode, and nobody reads a page in a list. */
final class Defused {
    /** Characters that turn the direction of the text around them, our own words included. */
    private static final String TURNERS = "[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WORDS = 300;

    private Defused() {}

    static String name(String text) {
        return shortened(text, LONGEST_NAME);
    }

    /** What another system says of itself deserves more room than a name; it becomes a part of a sentence. */
    static String words(String text) {
        return shortened(text, LONGEST_WORDS).replaceFirst("[.\\s]+$", "");
    }

    /** {@code Document_ЗаказКлиента/Товары} is for programmers: people know «ЗаказКлиента, Товары». */
    static String path(String path) {
        return name(path)
                .replaceFirst("^[A-Za-z]+_", "")
                .replaceFirst("_Key$", "")
                .replace("/", ", ");
    }

    private static String shortened(String text, int limit) {
        String plain =
                OneLine.of(text).replaceAll(TURNERS, "").replace('[', '(').replace(']', ')');
        return plain.codePointCount(0, plain.length()) > limit
                ? plain.substring(0, plain.offsetByCodePoints(0, limit)) + "…"
                : plain;
    }
}
