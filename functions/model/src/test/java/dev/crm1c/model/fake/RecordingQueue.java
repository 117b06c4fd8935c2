package dev.crm1c.model.fake;

import dev.crm1c.model.port.DeadLetters;
import dev.crm1c.model.port.NoticeInbox;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.sync.ChangeNotice;
import java.util.ArrayList;
import java.util.List;

/** A queue, the inbox behind it and the dead letters; each can be switched off. */
public final class RecordingQueue implements WorkQueue, NoticeInbox, DeadLetters {
    public final List<ChangeNotice> sent = new ArrayList<>();
    public final List<ChangeNotice> kept = new ArrayList<>();
    public final List<String> buried = new ArrayList<>();
    private Sending sending = Sending.TAKEN;
    private Keeping keeping = Keeping.KEPT;
    private Runnable meanwhile = () -> {};

    /** For what must be true when a notice goes. */
    public void whenSending(Runnable check) {
        meanwhile = check;
    }

    public void queueIsDown() {
        sending = Sending.UNAVAILABLE;
    }

    public void queueIsUp() {
        sending = Sending.TAKEN;
    }

    public void inboxIsDown() {
        keeping = Keeping.UNAVAILABLE;
    }

    @Override
    public Sending send(ChangeNotice notice, int laneCount) {
        meanwhile.run();
        if (sending == Sending.TAKEN) {
            sent.add(notice);
        }
        return sending;
    }

    @Override
    public Keeping keep(ChangeNotice notice) {
        if (keeping == Keeping.KEPT) {
            kept.add(notice);
        }
        return keeping;
    }

    @Override
    public void bury(String messageId, String body) {
        buried.add(messageId);
    }
}
