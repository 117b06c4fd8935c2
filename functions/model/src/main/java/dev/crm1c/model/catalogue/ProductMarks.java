package dev.crm1c.model.catalogue;

/**
 * What tells a product of the CRM apart; blank where nobody said it.
 *
 * @param origin the key that whoever brought it from 1C wrote into it
 * @param article from the property that the tenant names
 * @param barcode likewise
 */
public record ProductMarks(String origin, String article, String barcode) {}
