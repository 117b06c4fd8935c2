package dev.crm1c.model.onec;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.TenantId;

/**
 * Our mark inside a 1C document, by which it is found again when the link was lost or a write's outcome is unknown.
 *
 * @param text for a field that people write into as well; its brackets keep deal 12 from matching deal 123
 * @param number for a field of its own that is compared as a whole: the deal's number, and six digits that tell tenants of one base apart
 */
public record Marker(String text, String number) {
    private static final int TENANT_DIGITS = 6;

    /** One of several documents of a kind: {@code [crm1c:demo:deal:123:2]}. */
    public static Marker of(TenantId tenant, CrmRef madeFrom, String which) {
        Marker whole = of(tenant, madeFrom);
        return new Marker(
                whole.text().substring(0, whole.text().length() - 1) + ":" + which + "]", whole.number() + "/" + which);
    }

    /** {@code [crm1c:demo:deal:123]} and {@code 123/2a97e1}. */
    public static Marker of(TenantId tenant, CrmRef madeFrom) {
        return new Marker(
                "[crm1c:" + tenant.value() + ":" + madeFrom.kind().wireName() + ":" + madeFrom.id() + "]",
                madeFrom.id() + "/"
                        + Fingerprint.of(tenant.value(), madeFrom.kind().wireName())
                                .hex()
                                .substring(0, TENANT_DIGITS));
    }
}
