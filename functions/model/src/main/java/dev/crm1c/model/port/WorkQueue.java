package dev.crm1c.model.port;

import dev.crm1c.model.sync.ChangeNotice;

/** Runnable work. */
public interface WorkQueue {

    /** Returns when the queue has taken it; each call is one message, however alike two notices are. */
    Sending send(ChangeNotice notice, int laneCount);

    enum Sending {
        TAKEN,
        UNAVAILABLE
    }
}
