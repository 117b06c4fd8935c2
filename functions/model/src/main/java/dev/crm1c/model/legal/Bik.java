package dev.crm1c.model.legal;

import java.util.Optional;
import java.util.Set;

/** БИК, the number of a bank or a treasury: nine digits, no check digit (reference "other CRMs and documents", C3). */
public record Bik(String digits) {
    private static final Set<String> BEGINNINGS = Set.of("00", "01", "02", "04");
    private static final String TREASURY = "01";

    public Bik {
        if (!wellFormed(digits)) {
            throw new IllegalArgumentException("not a БИК");
        }
    }

    public static Optional<Bik> parse(String text) {
        return wellFormed(text) ? Optional.of(new Bik(text)) : Optional.empty();
    }

    /** Accounts of a treasury follow rules of their own. */
    boolean ofTreasury() {
        return digits.startsWith(TREASURY);
    }

    /** What stands before a customer's account when its check digit is counted. */
    String beforeAccount() {
        return digits.substring(6);
    }

    private static boolean wellFormed(String text) {
        return Digits.only(text) && text.length() == 9 && BEGINNINGS.contains(text.substring(0, 2));
    }
}
