package dev.crm1c.model.tenant;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * @param address the portal, without path
 * @param memberIds the portal's stable ids that calls must carry; empty when the tenant file names none
 * @param fields which field of the deal shows what
 */
public record CrmConnection(
        CrmSystem system, URI address, SecretName secret, Set<String> memberIds, Map<DealField, String> fields) {
    public CrmConnection {
        memberIds = Set.copyOf(memberIds);
        fields = Map.copyOf(fields);
    }

    /** What a deal's own fields can show about its invoice. */
    public enum DealField {
        INVOICE_NUMBER,
        INVOICE_DATE,
        INVOICE_SUM,
        INVOICE_LINK,
        /** In a word: issued, waits for people, waits for 1C. */
        STATE,
        /** Printed forms. */
        FILES
    }
}
