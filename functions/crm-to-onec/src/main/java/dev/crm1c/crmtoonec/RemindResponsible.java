package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Reminder;
import dev.crm1c.model.deal.Responsible;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Todo;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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

    Work of(Tenant tenant, Crm crm, Work work, Responsible responsible) {
        return switch (responsible) {
            case Responsible.Nobody() -> work;
            case Responsible.Somebody(PortalUser user) ->
                switch (work.todo()) {
                    case Todo.Open _ -> work;
                    case Todo.None() -> {
                        Instant deadline = clock.instant().plus(IN_GOOD_TIME).truncatedTo(ChronoUnit.SECONDS);
                        Work begun = work.with(new Todo.BeingMade(deadline));
                        works.put(begun);
                        yield remind(tenant, crm, begun, user, deadline);
                    }
                    case Todo.BeingMade(Instant deadline) ->
                        switch (crm.people().find(tenant, work.subject(), deadline)) {
                            case Reply.Stopped<Optional<String>> _ -> work;
                            case Reply.Got<Optional<String>>(Optional<String> found) ->
                                found.map(id -> work.with(new Todo.Open(id)))
                                        .orElseGet(() -> remind(tenant, crm, work, user, deadline));
                        };
                };
        };
    }

    private Work remind(Tenant tenant, Crm crm, Work begun, PortalUser user, Instant deadline) {
        Wording.TodoWords words = Wording.todo();
        var reminder = new Reminder(words.title(), words.description(), deadline, user);
        return switch (crm.people().remind(tenant, begun.subject(), reminder)) {
            case Reply.Got<String>(String id) -> begun.with(new Todo.Open(id));
            case Reply.Stopped<String> _ -> begun;
        };
    }

    Work done(Tenant tenant, Crm crm, Work work) {
        return switch (work.todo()) {
            case Todo.None() -> work;
            case Todo.BeingMade(Instant deadline) ->
                switch (crm.people().find(tenant, work.subject(), deadline)) {
                    case Reply.Stopped<Optional<String>> _ -> work;
                    case Reply.Got<Optional<String>>(Optional<String> found) ->
                        found.map(id -> settle(tenant, crm, work.with(new Todo.Open(id)), id))
                                .orElseGet(() -> work.with(new Todo.None()));
                };
            case Todo.Open(String id) -> settle(tenant, crm, work, id);
        };
    }

    private static Work settle(Tenant tenant, Crm crm, Work work, String id) {
        return switch (crm.people().settle(tenant, work.subject(), id)) {
            case Reply.Got<String> _ -> work.with(new Todo.None());
            case Reply.Stopped<String> _ -> work;
        };
    }
}
