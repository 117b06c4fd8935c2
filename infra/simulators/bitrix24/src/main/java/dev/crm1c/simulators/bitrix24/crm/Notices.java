package dev.crm1c.simulators.bitrix24.crm;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** System notices to people; a notice with the tag of an older one takes its place (bitrix24.md §5.11 [doc]). */
public final class Notices {

    /** The tags may be empty. */
    public record Notice(long id, long user, String message, String tag, String subTag) {}

    private final Ids ids;
    private final NavigableMap<Long, Notice> notices = new TreeMap<>();

    Notices(Ids ids) {
        this.ids = ids;
    }

    public long send(long user, String message, String tag, String subTag) {
        if (!tag.isEmpty()) {
            notices.values().removeIf(old -> old.user() == user && old.tag().equals(tag));
        }
        long id = ids.next("notice");
        notices.put(id, new Notice(id, user, message, tag, subTag));
        return id;
    }

    public List<Notice> of(long user) {
        return notices.values().stream().filter(notice -> notice.user() == user).toList();
    }
}
