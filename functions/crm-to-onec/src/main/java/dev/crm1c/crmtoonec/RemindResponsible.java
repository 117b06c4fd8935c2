package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Reminder;
import dev.crm1c.model.deal.Responsible;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Todo;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Gives the responsible person one thing to do while a deal waits for people, and ticks it off when it does no longer. The entry in the deal says
 * what it is about: that a reminder could not be made keeps nothing up, it is tried again at the next look.
 */
@ApplicationScoped
class RemindResponsible {
    private static final Duration IN_GOOD_TIME = Duration.ofDays(1);

    private final Works works;
    private final Clock clock;

    RemindResponsible(Works works, Clock clock) {
        this.works = works;
        this.clock = clock;
    }

    Work of(Tenant tenant, Crm crm, Work work, Responsible responsible, List<Problem> problems) {
        return switch (responsible) {
            case Responsible.Nobody() -> work;
            case Responsible.Somebody(PortalUser user) ->
                switch (work.todo()) {
                    case Todo.Open _ -> work;
                    case Todo.None() -> {
                        works.put(work.with(new Todo.BeingMade()));
                        yield remind(tenant, crm, work, user, problems, Reminder.Before.NOTHING_SENT);
                    }
                    case Todo.BeingMade() -> remind(tenant, crm, work, user, problems, Reminder.Before.PERHAPS_SENT);
                };
        };
    }

    private Work remind(
            Tenant tenant, Crm crm, Work work, PortalUser user, List<Problem> problems, Reminder.Before before) {
        Wording.TodoWords words = Wording.todo(problems);
        var reminder =
                new Reminder(words.title(), words.description(), clock.instant().plus(IN_GOOD_TIME), user);
        return switch (crm.people().remind(tenant, work.subject(), reminder, before)) {
            case Reply.Got<String>(String id) -> work.with(new Todo.Open(id));
            case Reply.Stopped<String> _ -> work.with(new Todo.BeingMade());
        };
    }

    Work done(Tenant tenant, Crm crm, Work work) {
        return switch (work.todo()) {
            case Todo.None(), Todo.BeingMade() -> work;
            case Todo.Open(String id) ->
                switch (crm.people().settle(tenant, work.subject(), id)) {
                    case Reply.Got<String> _ -> work.with(new Todo.None());
                    case Reply.Stopped<String> _ -> work;
                };
        };
    }
}
