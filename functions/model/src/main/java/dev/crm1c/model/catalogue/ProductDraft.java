package dev.crm1c.model.catalogue;

import java.util.UUID;

/**
 * A product as it ought to be.
 *
 * @param key 1C's own key of the item: by it the product is known again
 * @param catalogue the CRM's number of the catalogue of goods
 * @param measure the CRM's number of the unit, which is not its code
 * @param vat the CRM's number of the VAT rate
 */
public record ProductDraft(UUID key, String catalogue, String name, String measure, String vat, Sale sale) {

    public enum Sale {
        OFFERED,
        WITHDRAWN
    }
}
