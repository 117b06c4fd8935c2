package dev.crm1c.model.fake;

import dev.crm1c.model.deal.Reminder;
import dev.crm1c.model.port.CrmPeople;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** People who have things to do, and are told of things. */
public final class FakePeople implements CrmPeople {
    /** What is still to be done, by its id. */
    public final Map<String, Reminder> todo = new LinkedHashMap<>();

    /** By the user's number and the subject. */
    public final Map<String, String> notices = new LinkedHashMap<>();

    public int reminded;

    private final Deque<Outcome> stopsAfterReminding = new ArrayDeque<>();

    /** It is made, but its answer is lost. */
    public void nextReminderIsLost(Outcome outcome) {
        stopsAfterReminding.add(outcome);
    }

    @Override
    public Reply<String> remind(Tenant tenant, CrmRef about, Reminder reminder) {
        String id = "todo-" + ++reminded;
        todo.put(id, reminder);
        return stopsAfterReminding.isEmpty() ? Reply.of(id) : Reply.stop(stopsAfterReminding.remove());
    }

    @Override
    public Reply<Optional<String>> find(Tenant tenant, CrmRef about, Instant deadline) {
        return Reply.of(todo.entrySet().stream()
                .filter(one -> one.getValue().deadline().equals(deadline))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    @Override
    public Reply<String> settle(Tenant tenant, CrmRef about, String reminder) {
        todo.remove(reminder);
        return Reply.of(reminder);
    }

    @Override
    public Reply<String> notify(Tenant tenant, PortalUser user, String message, String subject) {
        String key = user.id() + "/" + subject;
        notices.put(key, message);
        return Reply.of(key);
    }
}
