package dev.crm1c.model.legal;

/** Arithmetic on strings of decimal digits, as the check-digit rules of Russian requisites need it. */
final class Digits {
    private Digits() {}

    static boolean only(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static int at(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += at(digits, i) * weights[i];
        }
        return sum;
    }
}
