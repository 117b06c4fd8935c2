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
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The queue's consumer. A record whose handling throws (our own table or a bug, never a remote system) returns to the queue, and so does every
 * later record of its group, or the order would be lost; other groups go on.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
@Named("crm-to-onec")
public class CrmToOneCHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /** A deal of a new customer makes a dozen calls; below this the work is parked instead of begun. */
    private static final int LEAST_MILLIS_TO_BEGIN = 90_000;

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
        var lookedAt = new HashSet<Subject>();
        List<BatchItemFailure> returned = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            String group = message.getAttributes().getOrDefault("MessageGroupId", "");
            if (stoppedGroups.contains(group) || !done(message, lookedAt, context)) {
                stoppedGroups.add(group);
                returned.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(returned);
    }

    private record Subject(TenantId tenant, CrmRef ref) {}

    private boolean done(SQSMessage message, Set<Subject> lookedAt, Context context) {
        Optional<ChangeNotice> notice = format.read(message.getBody());
        try {
            if (notice.isEmpty()) {
                deadLetters.bury(message.getMessageId(), message.getBody());
                journal.buried(message.getMessageId());
            } else {
                handle(notice.get(), lookedAt, context);
            }
            return true;
        } catch (RuntimeException broken) {
            journal.broke(message.getMessageId(), broken);
            return false;
        }
    }

    /** All notices of a batch were in hand before its first look began, so one look answers all that point at the same object. */
    private void handle(ChangeNotice notice, Set<Subject> lookedAt, Context context) {
        if (!lookedAt.add(new Subject(notice.tenant(), notice.subject()))) {
            handleNotice.skip(notice);
        } else if (context.getRemainingTimeInMillis() < LEAST_MILLIS_TO_BEGIN) {
            handleNotice.postpone(notice);
        } else {
            handleNotice.handle(notice);
        }
    }
}
