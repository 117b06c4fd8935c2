package dev.crm1c.model.legal;

import java.math.BigInteger;
import java.util.Optional;

/** ОГРН of an organization, 13 digits, or ОГРНИП of a sole trader, 15; the last one is the check digit (reference "other CRMs and documents", C3). */
public record RegistrationNumber(String digits) {
    public RegistrationNumber {
        if (!wellFormed(digits)) {
            throw new IllegalArgumentException("neither an ОГРН nor an ОГРНИП");
        }
    }

    public static Optional<RegistrationNumber> parse(String text) {
        return wellFormed(text) ? Optional.of(new RegistrationNumber(text)) : Optional.empty();
    }

    public boolean fits(LegalIdentity identity) {
        return switch (identity) {
            case LegalIdentity.Organization _ -> digits.length() == 13;
            case LegalIdentity.SoleTrader _ -> digits.length() == 15;
        };
    }

    private static boolean wellFormed(String text) {
        return Digits.only(text)
                && switch (text.length()) {
                    case 13 -> checkDigit(text) == remainder(text, 11);
                    case 15 -> checkDigit(text) == remainder(text, 13);
                    default -> false;
                };
    }

    private static int checkDigit(String text) {
        return Digits.at(text, text.length() - 1);
    }

    private static int remainder(String text, int divisor) {
        var withoutCheckDigit = new BigInteger(text.substring(0, text.length() - 1));
        return withoutCheckDigit.mod(BigInteger.valueOf(divisor)).intValue() % 10;
    }

    /** Masked: the number of a sole trader is personal data. */
    @Override
    public String toString() {
        return digits.substring(0, 2) + "*".repeat(digits.length() - 2);
    }
}
