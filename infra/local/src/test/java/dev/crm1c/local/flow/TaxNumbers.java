package dev.crm1c.local.flow;

/** Made-up tax numbers with valid check digits (reference "other CRMs and documents", C3). */
final class TaxNumbers {
    private static final int[] TENTH = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] ELEVENTH = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] TWELFTH = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private TaxNumbers() {}

    /** The n-th ИНН of an organization. */
    static String ofOrganization(int n) {
        return checked("77%07d".formatted(n), TENTH);
    }

    /** The n-th ИНН of a sole trader. */
    static String ofPerson(int n) {
        return checked(checked("50%08d".formatted(n), ELEVENTH), TWELFTH);
    }

    private static String checked(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + sum % 11 % 10;
    }
}
