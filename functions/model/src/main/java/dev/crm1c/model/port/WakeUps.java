package dev.crm1c.model.port;

import dev.crm1c.model.sync.ChangeNotice;
import java.time.Instant;
import java.util.List;

/** Parked work and kept notices whose time has come, over all tenants. */
public interface WakeUps {

    /** At most {@code limit}, the longest overdue first. */
    List<Due> due(Instant now, int limit);

    /** Called once the queue has the notice. */
    void sent(Due due, Instant leaseUntil);

    /**
     * @param handle the store's own key of the entry
     */
    record Due(ChangeNotice notice, String handle, Instant dueSince) {}
}
