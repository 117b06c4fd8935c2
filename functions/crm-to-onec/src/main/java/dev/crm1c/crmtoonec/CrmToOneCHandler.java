package dev.crm1c.crmtoonec;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.crm1c.model.port.DeadLetters;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.NoticeFormat;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The queue's consumer. A record whose handling throws (our own table or a bug, never a remote system) is set aside in the table; where that cannot
 * be, it returns to the queue, and so does every later record of its group, or the order would be lost. Other groups go on.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
@Named("crm-to-onec")
public class CrmToOneCHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /** Kept in hand when work of a batch is begun: for what takes longer than the work before it did. */
    private static final int RESERVE_MILLIS = 5_000;
    /** The alarm hangs on the dead letters. */
    private static final int MISHAPS_UNTIL_SOMEBODY_IS_CALLED = 5;

    private final HandleNotice handleNotice;
    private final NoticeFormat format;
    private final DeadLetters deadLetters;
    private final Journal journal;

    public CrmToOneCHandler(HandleNotice handleNotice, NoticeFormat format, DeadLetters deadLetters, Journal journal) {
        this.handleNotice = handleNotice;
        this.format = format;
        this.deadLetters = deadLetters;
        this.journal = journal;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var stoppedGroups = new HashSet<String>();
        var pace = new Pace(context);
        List<BatchItemFailure> returned = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            String group = group(message);
            if (stoppedGroups.contains(group) || !done(message, pace)) {
                stoppedGroups.add(group);
                returned.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(returned);
    }

    private static String group(SQSMessage message) {
        return Optional.ofNullable(message.getAttributes()).orElse(Map.of()).getOrDefault("MessageGroupId", "");
    }

    private boolean done(SQSMessage message, Pace pace) {
        Optional<ChangeNotice> notice = format.read(message.getBody());
        try {
            if (notice.isEmpty()) {
                deadLetters.bury(message.getMessageId(), message.getBody());
                journal.buried(message.getMessageId());
            } else {
                handle(notice.get(), pace);
            }
            return true;
        } catch (RuntimeException broken) {
            journal.broke(message.getMessageId(), broken);
            return notice.isPresent() && isSetAside(message, notice.get());
        }
    }

    /** What breaks us must not hold up those behind it for hours: it is tried again from the table. Only without a table does the queue keep it. */
    private boolean isSetAside(SQSMessage message, ChangeNotice notice) {
        try {
            if (handleNotice.setAside(notice) == MISHAPS_UNTIL_SOMEBODY_IS_CALLED) {
                deadLetters.bury(message.getMessageId(), message.getBody());
            }
            return true;
        } catch (RuntimeException noTable) {
            journal.broke(message.getMessageId(), noTable);
            return false;
        }
    }

    /** All notices of a batch were in hand before its first look began, so one look answers all that point at the same object. */
    private void handle(ChangeNotice notice, Pace pace) {
        if (pace.hasLookedFor(notice)) {
            handleNotice.skip(notice);
        } else if (pace.hasTimeForMore()) {
            Outcome outcome = handleNotice.handle(notice);
            pace.tookItsTime();
            // What an earlier look had seen was not looked at now: the next notice may tell of a later change.
            if (!outcome.equals(new Outcome.Unchanged(Because.ALREADY_SEEN))) {
                pace.looked(notice);
            }
        } else {
            handleNotice.postpone(notice);
            pace.looked(notice);
        }
    }

    /** How far this invocation has come. The first work is always begun; a later one only when as long again as the slowest is left. */
    private static final class Pace {
        private final Context context;
        private final Set<String> subjects = new HashSet<>();
        private int begunAt;
        private int slowest;

        Pace(Context context) {
            this.context = context;
            this.begunAt = context.getRemainingTimeInMillis();
        }

        /** That people asked says more than that something changed, so it is not swallowed by a notice before it. */
        boolean hasLookedFor(ChangeNotice notice) {
            return subjects.contains(notice.cause() == Cause.ASKED ? asked(notice) : subject(notice));
        }

        void looked(ChangeNotice notice) {
            subjects.add(subject(notice));
            if (notice.cause() == Cause.ASKED) {
                subjects.add(asked(notice));
            }
        }

        private static String subject(ChangeNotice notice) {
            return notice.tenant() + "/" + notice.subject();
        }

        private static String asked(ChangeNotice notice) {
            return subject(notice) + "/asked";
        }

        boolean hasTimeForMore() {
            return slowest == 0 || begunAt > 2 * slowest + RESERVE_MILLIS;
        }

        void tookItsTime() {
            int left = context.getRemainingTimeInMillis();
            slowest = Math.max(slowest, Math.max(1, begunAt - left));
            begunAt = left;
        }
    }
}
