package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.model.deal.FormerFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A field of files as it is, and as it ought to be written. Source: reference "bitrix24", 5.10a. */
record FileField(Room room, List<String> files) {
    FileField {
        files = List.copyOf(files);
    }

    enum Room {
        ONE,
        MANY
    }

    sealed interface Reading {
        record Field(FileField field) implements Reading {}

        record NoSuchField() implements Reading {}

        record DealGone() implements Reading {}

        static Reading of(JsonNode fields, JsonNode deal, String name) {
            return fields.valueStream()
                    .filter(field -> text(field, "FIELD_NAME").equals(name))
                    .findFirst()
                    .<Reading>map(field -> new Field(new FileField(
                            text(field, "MULTIPLE").equals("Y") ? Room.MANY : Room.ONE, ids(deal.path(name)))))
                    .orElseGet(NoSuchField::new);
        }
    }

    /**
     * What a former try without a clear end has left behind. The portal does not say a file's name, so only a single newcomer can be ours; of
     * several none is taken: a file twice is seen by people, a file of theirs that we would replace one day is not.
     */
    Optional<String> attachedSince(FormerFile former) {
        if (room == Room.ONE || !(former instanceof FormerFile.PerhapsThere(var before))) {
            return Optional.empty();
        }
        List<String> newcomers =
                files.stream().filter(file -> !before.contains(file)).toList();
        return newcomers.size() == 1 ? Optional.of(newcomers.getFirst()) : Optional.empty();
    }

    JsonNode with(JsonNode file, FormerFile former) {
        if (room == Room.ONE) {
            return file;
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        files.stream()
                .filter(id -> !former.equals(new FormerFile.Known(id)))
                .forEach(id -> all.addObject().put("id", Long.parseLong(id)));
        return all.add(file);
    }

    /** The id that was not there before the write. */
    Optional<String> newest(JsonNode now) {
        var fresh = new ArrayList<>(ids(now));
        fresh.removeAll(files);
        return fresh.isEmpty() ? Optional.empty() : Optional.of(fresh.getLast());
    }

    private static List<String> ids(JsonNode value) {
        Stream<JsonNode> files = value.isArray() ? value.valueStream() : Stream.of(value);
        return files.map(file -> text(file, "id"))
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .toList();
    }
}
