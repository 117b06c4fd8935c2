package dev.crm1c.crmwebhook;

import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.CrmWebhook;
import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.port.CrmWebhook.RobotWaits;
import dev.crm1c.model.port.CrmWebhooks;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.NoticeInbox;
import dev.crm1c.model.port.RobotCalls;
import dev.crm1c.model.port.WebhookDoors;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import dev.crm1c.model.tenant.WebhookDoor.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes a CRM's call: is it for a tenant of ours, is it whole, is it genuine? Then it becomes a notice in the queue, and only then the CRM gets
 * its answer, because Bitrix24 never sends an event twice.
 */
@ApplicationScoped
class ReceiveCrmCall {
    private static final int LARGEST_BODY = 64 * 1024;

    private final CrmWebhooks webhooks;
    private final WebhookDoors doors;
    private final WorkQueue queue;
    private final NoticeInbox inbox;
    private final Applications applications;
    private final RobotCalls robotCalls;
    private final Journal journal;
    private final Clock clock;

    ReceiveCrmCall(
            CrmWebhooks webhooks,
            WebhookDoors doors,
            WorkQueue queue,
            NoticeInbox inbox,
            Applications applications,
            RobotCalls robotCalls,
            Journal journal,
            Clock clock) {
        this.webhooks = webhooks;
        this.doors = doors;
        this.queue = queue;
        this.inbox = inbox;
        this.applications = applications;
        this.robotCalls = robotCalls;
        this.journal = journal;
        this.clock = clock;
    }

    /** The texts name neither tenant nor system: a stranger learns nothing by asking. */
    sealed interface Receipt {
        record Taken() implements Receipt {}

        record OfNoInterest() implements Receipt {}

        record NobodyHere() implements Receipt {}

        record TooLarge(int limit) implements Receipt {}

        record Malformed(String why) implements Receipt {}

        record Forged() implements Receipt {}

        /** Neither the queue nor the inbox took it: the CRM is told so, for those CRMs that try again. */
        record Unavailable() implements Receipt {}
    }

    Receipt receive(String system, String tenant, String contentType, byte[] body) {
        if (body.length > LARGEST_BODY) {
            return new Receipt.TooLarge(LARGEST_BODY);
        }
        var crmSystem = new CrmSystem(system);
        Optional<CrmWebhook> webhook = webhooks.of(crmSystem);
        Optional<WebhookDoor> door = TenantId.parse(tenant)
                .flatMap(doors::doorOf)
                .filter(known -> known.system().equals(crmSystem));
        if (webhook.isEmpty() || door.isEmpty()) {
            return new Receipt.NobodyHere();
        }
        return switch (webhook.get().read(contentType, body)) {
            case CrmWebhook.Reading.NotUnderstood(String why) -> {
                journal.turnedAway(door.get().tenant(), "malformed");
                yield new Receipt.Malformed(why);
            }
            case CrmWebhook.Reading.Understood call -> admitted(door.get(), call);
        };
    }

    private Receipt admitted(WebhookDoor door, CrmWebhook.Reading.Understood call) {
        return opened(door, call).map(open -> taken(open, call)).orElseGet(() -> {
            journal.turnedAway(door.tenant(), "wrong token");
            return new Receipt.Forged();
        });
    }

    private Optional<WebhookDoor> opened(WebhookDoor door, CrmWebhook.Reading.Understood call) {
        return admits(door, call)
                ? Optional.of(door)
                : doors.doorAnew(door.tenant()).filter(anew -> admits(anew, call));
    }

    private static boolean admits(WebhookDoor door, CrmWebhook.Reading.Understood call) {
        return door.admit(call.applicationToken(), call.memberId()) == Admission.GENUINE;
    }

    private Receipt taken(WebhookDoor door, CrmWebhook.Reading.Understood call) {
        return switch (call.happening()) {
            case Happening.OfNoInterest(String event) -> {
                journal.ofNoInterest(door.tenant(), event);
                yield new Receipt.OfNoInterest();
            }
            case Happening.Changed(var subject) -> pass(door, notice(door, subject, Cause.WEBHOOK));
            case Happening.Asked(var subject, var robot) -> asked(door, subject, robot);
            case Happening.ApplicationRemoved() -> {
                applications.remove(door.tenant());
                journal.uninstalled(door.tenant());
                yield new Receipt.Taken();
            }
        };
    }

    /** The robot's token is kept before the notice goes: whoever handles that must find the token. */
    private Receipt asked(WebhookDoor door, CrmRef subject, RobotWaits robot) {
        boolean kept = switch (robot) {
            case RobotWaits.No() -> true;
            case RobotWaits.For(String token) ->
                robotCalls.keep(door.tenant(), subject, token) == RobotCalls.Keeping.KEPT;
        };
        return kept ? pass(door, notice(door, subject, Cause.ASKED)) : new Receipt.Unavailable();
    }

    private ChangeNotice notice(WebhookDoor door, CrmRef subject, Cause cause) {
        return new ChangeNotice(door.tenant(), subject, clock.instant(), cause);
    }

    private Receipt pass(WebhookDoor door, ChangeNotice notice) {
        boolean taken = queue.send(notice, door.lanes()) == WorkQueue.Sending.TAKEN
                || inbox.keep(notice) == NoticeInbox.Keeping.KEPT;
        if (!taken) {
            return new Receipt.Unavailable();
        }
        journal.received(notice);
        return new Receipt.Taken();
    }
}
