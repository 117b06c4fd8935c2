package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.FileChange;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment.AttachedFile;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.List;

/** FILES of a comment: pairs of a name and base64 without a data: prefix (bitrix24.md §5.10). */
final class CommentFiles {
    private CommentFiles() {}

    /** What is no pair, or no base64, is dropped without a word. */
    static List<AttachedFile> read(JsonNode given, Ids ids) {
        return PhpArray.values(given).stream()
                .flatMap(pair -> FileChange.Upload.of(pair).stream())
                .map(upload -> new AttachedFile(ids.next("file"), upload.name(), upload.content()))
                .toList();
    }
}
