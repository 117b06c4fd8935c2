package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a request does to a file field (bitrix24.md §5.10a [doc]): {@code ["a.pdf","base64"]} is a new file,
 * {@code {"id":433}} keeps one, and a file of a multiple field that is not listed is deleted without a word.
 */
public record FileChange(boolean multiple, List<Entry> entries) {

    public sealed interface Entry {}

    /** A file that comes with the request. */
    public record Upload(String name, byte[] content) implements Entry {

        /** Empty when it is no pair of a name and plain base64: such a thing is dropped without a word. */
        public static Optional<Upload> of(JsonNode pair) {
            List<JsonNode> parts =
                    PhpArray.values(pair.path("fileData").isContainerNode() ? pair.get("fileData") : pair);
            if (parts.size() != 2 || pair.has("id")) {
                return Optional.empty();
            }
            byte[] content = decode(parts.getLast().asText());
            return content.length == 0
                    ? Optional.empty()
                    : Optional.of(new Upload(parts.getFirst().asText(), content));
        }

        private static byte[] decode(String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException notBase64) {
                return new byte[0];
            }
        }
    }

    /** A file that is there already and stays. */
    public record Kept(long id) implements Entry {}

    /** One new file in place of whatever the field holds. */
    public static FileChange one(String name, byte[] content) {
        return new FileChange(false, List.of(new Upload(name, content)));
    }

    static FileChange read(JsonNode given, boolean multiple) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : multiple ? PhpArray.values(given) : List.of(given)) {
            if (entry.has("id")) {
                entries.add(new Kept(PhpNumber.whole(entry.get("id"))));
            } else {
                Upload.of(entry).ifPresent(entries::add);
            }
        }
        return new FileChange(multiple, entries);
    }

    /** The new value of the field; null is empty. */
    Object against(Object before, Files files) {
        List<StoredFile> had = stored(before);
        List<StoredFile> now = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Upload upload -> now.add(files.keep(upload));
                case Kept kept ->
                    had.stream().filter(file -> file.id() == kept.id()).forEach(now::add);
            }
        }
        if (now.isEmpty()) {
            return null;
        }
        return multiple ? List.copyOf(now) : now.getFirst();
    }

    static List<StoredFile> among(Collection<Object> values) {
        return values.stream().flatMap(value -> stored(value).stream()).toList();
    }

    private static List<StoredFile> stored(Object value) {
        return switch (value) {
            case StoredFile one -> List.of(one);
            case List<?> several ->
                several.stream()
                        .filter(StoredFile.class::isInstance)
                        .map(StoredFile.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }
}
