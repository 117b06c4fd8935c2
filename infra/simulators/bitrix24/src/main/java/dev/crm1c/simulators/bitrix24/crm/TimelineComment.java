package dev.crm1c.simulators.bitrix24.crm;

import java.time.Instant;
import java.util.List;

/** A comment in the timeline of an item (bitrix24.md §5.10b). */
public record TimelineComment(
        long id,
        ItemType entityType,
        long entityId,
        String text,
        long author,
        Instant created,
        List<AttachedFile> files) {

    /** A file of a comment; the content is what came in base64. */
    public record AttachedFile(long id, String name, byte[] content) {}
}
