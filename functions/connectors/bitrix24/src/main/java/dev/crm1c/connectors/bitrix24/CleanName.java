package dev.crm1c.connectors.bitrix24;

import java.util.Locale;

/** Names that came from outside and go to the log: what is not a letter, a digit, a dot or an underscore is dropped. */
final class CleanName {
    private static final int LONGEST = 64;

    private CleanName() {}

    static String of(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9._]", "");
        return letters.substring(0, Math.min(letters.length(), LONGEST));
    }
}
