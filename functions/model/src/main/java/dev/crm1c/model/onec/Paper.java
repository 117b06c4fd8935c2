package dev.crm1c.model.onec;

/** On what a sale is confirmed to the tax office. */
public enum Paper {
    TAX_INVOICE,
    /** УПД: the tax invoice and what was handed over on one sheet. */
    UNIVERSAL
}
