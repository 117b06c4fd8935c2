package dev.crm1c.model.tenant;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * @param address the portal, without path
 * @param memberIds the portal's stable ids that calls must carry; empty when the tenant file names none
 * @param fields which field of the deal shows what
 * @param productFields which property of a product holds what tells items apart
 */
public record CrmConnection(
        CrmSystem system,
        URI address,
        SecretName secret,
        Set<String> memberIds,
        Map<DealField, String> fields,
        Map<ProductField, String> productFields) {
    public CrmConnection {
        memberIds = Set.copyOf(memberIds);
        fields = Map.copyOf(fields);
        productFields = Map.copyOf(productFields);
    }

    /** What a deal's own fields can show, and what we read in them. */
    public enum DealField {
        INVOICE_NUMBER,
        INVOICE_DATE,
        INVOICE_SUM,
        INVOICE_LINK,
        ORDER_NUMBER,
        ORDER_LINK,
        /** Of the newest realization or act. */
        SHIPMENT_NUMBER,
        SHIPMENT_DATE,
        SHIPMENT_SUM,
        SHIPMENT_LINK,
        TAX_INVOICE_NUMBER,
        /** In a word: issued, shipped, waits for people, waits for 1C. */
        STATE,
        /** Printed forms. */
        FILES,
        /** Read, never written: how much has been handed over so far, {@code 1=5; 3=2,5} by rows. Empty means everything. */
        HANDED_OVER
    }

    public enum ProductField {
        ARTICLE,
        BARCODE
    }
}
