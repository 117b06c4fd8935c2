package dev.crm1c.simulators.onec.structure;

/** The kinds of 1C objects the stand-in serves; the word is the prefix of a set name (onec.md §1.2). */
public enum EntityKind {
    CATALOG("Catalog"),
    CHART_OF_ACCOUNTS("ChartOfAccounts"),
    DOCUMENT("Document"),
    INFORMATION_REGISTER("InformationRegister"),
    ACCUMULATION_REGISTER("AccumulationRegister"),
    ACCOUNTING_REGISTER("AccountingRegister");

    private final String word;

    EntityKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    boolean register() {
        return word.endsWith("Register");
    }
}
