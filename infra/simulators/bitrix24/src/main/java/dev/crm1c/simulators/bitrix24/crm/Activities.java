package dev.crm1c.simulators.bitrix24.crm;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Things to do, in the timelines of items (bitrix24.md §5.11). */
public final class Activities {

    /** A thing to do; texts may be empty. */
    public record Todo(
            long id,
            Owner owner,
            String title,
            String description,
            Instant deadline,
            long responsible,
            Instant created,
            Stand stand) {

        public Todo saying(String newTitle, String newDescription) {
            return new Todo(id, owner, newTitle, newDescription, deadline, responsible, created, stand);
        }

        public Todo until(Instant newDeadline) {
            return new Todo(id, owner, title, description, newDeadline, responsible, created, stand);
        }

        public Todo of(long somebody) {
            return new Todo(id, owner, title, description, deadline, somebody, created, stand);
        }

        public Todo standing(Stand newStand) {
            return new Todo(id, owner, title, description, deadline, responsible, created, newStand);
        }
    }

    public enum Stand {
        OPEN,
        DONE
    }

    private final PortalTime time;
    private final Ids ids;
    private final ChangeFeed feed;
    private final NavigableMap<Long, Todo> todos = new TreeMap<>();

    Activities(PortalTime time, Ids ids, ChangeFeed feed) {
        this.time = time;
        this.ids = ids;
        this.feed = feed;
    }

    public Todo add(long actor, Owner owner, String title, String description, Instant deadline, long responsible) {
        Todo todo = new Todo(
                ids.next("activity"), owner, title, description, deadline, responsible, time.now(), Stand.OPEN);
        todos.put(todo.id(), todo);
        feed.changed(Change.of(CrmEvent.ONCRMACTIVITYADD, todo.id(), actor));
        return todo;
    }

    public void change(long actor, Todo changed) {
        todos.put(changed.id(), changed);
        feed.changed(Change.of(CrmEvent.ONCRMACTIVITYUPDATE, changed.id(), actor));
    }

    public void delete(long actor, long id) {
        todos.remove(id);
        feed.changed(Change.of(CrmEvent.ONCRMACTIVITYDELETE, id, actor));
    }

    public Optional<Todo> find(long id) {
        return Optional.ofNullable(todos.get(id));
    }

    public List<Todo> all() {
        return List.copyOf(todos.values());
    }

    public List<Todo> of(Owner owner) {
        return todos.values().stream()
                .filter(todo -> todo.owner().equals(owner))
                .toList();
    }
}
