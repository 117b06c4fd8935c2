package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment.AttachedFile;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** FILES of a comment: pairs of a name and base64 without a data: prefix (bitrix24.md §5.10). */
final class CommentFiles {
    private CommentFiles() {}

    /** What is no pair, or no base64, is dropped without a word. */
    static List<AttachedFile> read(JsonNode given, Ids ids) {
        List<AttachedFile> files = new ArrayList<>();
        for (JsonNode pair : PhpArray.values(given)) {
            List<JsonNode> parts = PhpArray.values(pair);
            byte[] content = parts.size() == 2 ? decode(parts.getLast().asText()) : new byte[0];
            if (content.length > 0) {
                files.add(new AttachedFile(ids.next("file"), parts.getFirst().asText(), content));
            }
        }
        return files;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
