package dev.crm1c.model.sync;

import dev.crm1c.model.tenant.TenantId;

/**
 * The queue group of a notice: {@code tenant/lane}. One object always falls into the same lane, so it is never worked on twice at once;
 * the number of lanes bounds the parallel sessions in the tenant's 1C.
 */
public record Lane(TenantId tenant, int number) {
    public static Lane of(ChangeNotice notice, int laneCount) {
        return new Lane(notice.tenant(), Math.floorMod(notice.subject().key().hashCode(), laneCount));
    }

    public String group() {
        return tenant.value() + "/" + number;
    }
}
