package dev.crm1c.connectors.onec;

import java.util.List;
import java.util.stream.Stream;

/** Codes of ОКЕИ as bases write them: padded with blanks, with leading zeros or without. Source: "other CRMs and documents", C5. */
final class UnitCode {
    /** Of the code in every configuration that we know. */
    private static final int LENGTH = 4;

    private UnitCode() {}

    /** Three digits at least, as the classifier writes them; what is no number stays as it is. */
    static String canonical(String code) {
        String plain = code.strip();
        return plain.matches("\\d{1,4}") ? "%03d".formatted(Integer.valueOf(plain)) : plain;
    }

    /** Every way in which a base may have written this code. */
    static List<String> spellings(String code) {
        String canonical = canonical(code);
        String bare = canonical.replaceFirst("^0+(?=.)", "");
        return Stream.of(bare, canonical)
                .flatMap(spelling -> Stream.of(spelling, padded(spelling)))
                .distinct()
                .toList();
    }

    private static String padded(String code) {
        return code + " ".repeat(Math.max(0, LENGTH - code.length()));
    }
}
