package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.crm.TimelineComment.AttachedFile;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The comments under deals, companies, contacts and invoices. */
public final class Timeline {
    private final PortalTime time;
    private final Ids ids;
    private final ChangeFeed feed;
    private final NavigableMap<Long, TimelineComment> comments = new TreeMap<>();

    Timeline(PortalTime time, Ids ids, ChangeFeed feed) {
        this.time = time;
        this.ids = ids;
        this.feed = feed;
    }

    public TimelineComment add(long author, ItemType type, long entity, String text, List<AttachedFile> files) {
        TimelineComment comment = new TimelineComment(
                ids.next("timelineComment"), type, entity, requireText(text), author, time.now(), files);
        comments.put(comment.id(), comment);
        feed.changed(Change.of(CrmEvent.ONCRMTIMELINECOMMENTADD, comment.id(), author));
        return comment;
    }

    public void change(long actor, long id, String text, List<AttachedFile> files) {
        TimelineComment old = get(id);
        comments.put(
                id,
                new TimelineComment(
                        id, old.entityType(), old.entityId(), requireText(text), old.author(), old.created(), files));
        feed.changed(Change.of(CrmEvent.ONCRMTIMELINECOMMENTUPDATE, id, actor));
    }

    public void delete(long actor, long id) {
        get(id);
        comments.remove(id);
        feed.changed(Change.of(CrmEvent.ONCRMTIMELINECOMMENTDELETE, id, actor));
    }

    public TimelineComment get(long id) {
        return find(id).orElseThrow(() -> RestError.old("Not found").refusal());
    }

    public Optional<TimelineComment> find(long id) {
        return Optional.ofNullable(comments.get(id));
    }

    public List<TimelineComment> of(ItemType type, long entity) {
        return comments.values().stream()
                .filter(comment -> comment.entityType() == type && comment.entityId() == entity)
                .toList();
    }

    private static String requireText(String text) {
        if (text.isBlank()) {
            throw RestError.old("Parameter 'COMMENT' is empty or not defined.").refusal();
        }
        return text;
    }
}
