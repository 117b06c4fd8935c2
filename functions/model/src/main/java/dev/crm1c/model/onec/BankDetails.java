package dev.crm1c.model.onec;

/**
 * A counterparty's account in a bank, as its requisites say it.
 *
 * @param bik nine digits that name the bank
 * @param account twenty digits
 */
public record BankDetails(String bik, String account) {
    @Override
    public String toString() {
        return "BankDetails[***]";
    }
}
