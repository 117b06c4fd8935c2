package dev.crm1c.model.onec;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;

/** Our mark inside a 1C document, by which it is found again when the link was lost or a write's outcome is unknown. */
public record Marker(String text) {
    /** {@code [crm1c:demo:deal:123]}; the brackets keep deal 12 from matching deal 123. */
    public static Marker of(TenantId tenant, CrmRef madeFrom) {
        return new Marker("[crm1c:" + tenant.value() + ":" + madeFrom.kind().wireName() + ":" + madeFrom.id() + "]");
    }
}
