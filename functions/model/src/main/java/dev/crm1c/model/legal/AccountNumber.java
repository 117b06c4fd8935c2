package dev.crm1c.model.legal;

import java.util.Optional;

/**
 * A customer's account in a bank: twenty digits, one of which depends on the bank (reference "other CRMs and documents", C3). The check digit
 * of a treasury's account is let through: a rule that we do not know cannot refuse.
 */
public record AccountNumber(Bik bik, String digits) {
    private static final int[] WEIGHTS = {7, 1, 3};

    public AccountNumber {
        if (!wellFormed(bik, digits)) {
            throw new IllegalArgumentException("no account of this bank");
        }
    }

    public static Optional<AccountNumber> parse(Bik bik, String text) {
        return wellFormed(bik, text) ? Optional.of(new AccountNumber(bik, text)) : Optional.empty();
    }

    private static boolean wellFormed(Bik bik, String text) {
        return Digits.only(text) && text.length() == 20 && (bik.ofTreasury() || agrees(bik.beforeAccount() + text));
    }

    private static boolean agrees(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += Digits.at(digits, i) * WEIGHTS[i % WEIGHTS.length] % 10;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return "AccountNumber[***]";
    }
}
