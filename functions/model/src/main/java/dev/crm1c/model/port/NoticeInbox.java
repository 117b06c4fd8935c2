package dev.crm1c.model.port;

import dev.crm1c.model.sync.ChangeNotice;

/** Where a notice goes when the queue cannot take it: the next tick of the reconciler brings it to the queue. */
public interface NoticeInbox {
    Keeping keep(ChangeNotice notice);

    enum Keeping {
        KEPT,
        UNAVAILABLE
    }
}
