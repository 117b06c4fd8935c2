package dev.crm1c.model.legal;

import java.util.Optional;

/**
 * ИНН, the tax number: 10 digits for an organization, 12 for a person.
 *
 * <p>Check digits and the "not 00" rule: reference "other CRMs and documents", C3. A number that passes is well-formed, not proved to exist.
 */
public record Inn(String digits) {
    private static final int[] TEN = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] ELEVENTH = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] TWELFTH = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    public Inn {
        if (!wellFormed(digits)) {
            throw new IllegalArgumentException("not an ИНН");
        }
    }

    public static Optional<Inn> parse(String text) {
        return wellFormed(text) ? Optional.of(new Inn(text)) : Optional.empty();
    }

    /** Twelve digits mean a natural person, for us a sole trader: such people have no КПП. */
    public boolean ofPerson() {
        return digits.length() == 12;
    }

    private static boolean wellFormed(String text) {
        if (!Digits.only(text) || text.startsWith("00")) {
            return false;
        }
        return switch (text.length()) {
            case 10 -> Digits.at(text, 9) == Digits.weighted(text, TEN) % 11 % 10;
            case 12 ->
                Digits.at(text, 10) == Digits.weighted(text, ELEVENTH) % 11 % 10
                        && Digits.at(text, 11) == Digits.weighted(text, TWELFTH) % 11 % 10;
            default -> false;
        };
    }

    /** Masked: the number of a sole trader is personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return digits.substring(0, 2) + "*".repeat(digits.length() - 2);
    }
}
