package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.crm.TimelineComment.AttachedFile;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The comments under deals, companies and contacts. */
public final class Timeline {
    private final PortalTime time;
    private final Ids ids;
    private final NavigableMap<Long, TimelineComment> comments = new TreeMap<>();

    Timeline(PortalTime time, Ids ids) {
        this.time = time;
        this.ids = ids;
    }

    public TimelineComment add(long author, ItemType type, long entity, String text, List<AttachedFile> files) {
        TimelineComment comment = new TimelineComment(
                ids.next("timelineComment"), type, entity, requireText(text), author, time.now(), files);
        comments.put(comment.id(), comment);
        return comment;
    }

    public void change(long id, String text, List<AttachedFile> files) {
        TimelineComment old = get(id);
        comments.put(
                id,
                new TimelineComment(
                        id, old.entityType(), old.entityId(), requireText(text), old.author(), old.created(), files));
    }

    public void delete(long id) {
        get(id);
        comments.remove(id);
    }

    public TimelineComment get(long id) {
        return Optional.ofNullable(comments.get(id))
                .orElseThrow(() -> RestError.old("Not found").refusal());
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
