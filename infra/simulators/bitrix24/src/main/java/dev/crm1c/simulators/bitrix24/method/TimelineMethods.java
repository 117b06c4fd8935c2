package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.Timeline;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.Arrays;
import java.util.List;

/** crm.timeline.comment.* (bitrix24.md §5.10b; sample crm.timeline.comment.list). */
final class TimelineMethods {
    private static final List<String> FIELDS =
            List.of("ID", "ENTITY_ID", "ENTITY_TYPE", "CREATED", "COMMENT", "AUTHOR_ID", "FILES");

    private final Portal portal;
    private final Timeline timeline;

    TimelineMethods(Portal portal) {
        this.portal = portal;
        this.timeline = portal.timeline();
    }

    Answer add(Caller caller, Params params) {
        JsonNode fields = params.oldFields();
        ItemType type = type(fields.path("ENTITY_TYPE").asText());
        long entity = PhpNumber.whole(fields.path("ENTITY_ID"));
        if (!portal.items(type).exists(entity)) {
            throw RestError.old("Entity is not found").refusal();
        }
        return Answer.of(timeline.add(
                        caller.userId(),
                        type,
                        entity,
                        fields.path("COMMENT").asText(""),
                        CommentFiles.read(fields.path("FILES"), portal.ids()))
                .id());
    }

    /** New FILES replace all the old ones. */
    Answer update(Caller caller, Params params) {
        TimelineComment before = timeline.get(params.oldId());
        JsonNode fields = params.oldFields();
        timeline.change(
                caller.userId(),
                before.id(),
                fields.path("COMMENT").asText(""),
                fields.has("FILES") ? CommentFiles.read(fields.path("FILES"), portal.ids()) : before.files());
        return Answer.yes();
    }

    /** Answers null; with an owner it is taken from that owner's timeline alone (crm-timeline-comment-delete [doc]). */
    Answer delete(Caller caller, Params params) {
        long id = params.required("id");
        TimelineComment comment = timeline.find(id)
                .filter(known -> namesOwnerOf(known, params))
                .orElseThrow(() -> RestError.of(400, "NOT_FOUND", "Not found.").refusal());
        timeline.delete(caller.userId(), comment.id());
        return Answer.of(Json.NODES.nullNode());
    }

    private static boolean namesOwnerOf(TimelineComment comment, Params params) {
        return !params.values().has("ownerTypeId")
                || ItemType.of(params.required("ownerTypeId")) == comment.entityType()
                        && params.required("ownerId") == comment.entityId();
    }

    Answer get(Caller caller, Params params) {
        return Answer.of(json(timeline.get(params.oldId())));
    }

    Answer list(Caller caller, Params params) {
        JsonNode filter = params.anyCase("filter");
        ItemType type = type(filter.path("ENTITY_TYPE").asText());
        if (!filter.has("ENTITY_ID")) {
            throw RestError.old("ENTITY_ID is not defined or invalid.").refusal();
        }
        List<ObjectNode> rows = timeline.of(type, PhpNumber.whole(filter.get("ENTITY_ID"))).stream()
                .map(this::json)
                .toList();
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(FIELDS, portal.time()),
                        rows,
                        Wrapped.bare(Selection.of(params.anyCase("select"), FIELDS, FIELDS, List.of())));
    }

    private static ItemType type(String code) {
        return Arrays.stream(ItemType.values())
                .filter(type -> type.timelineCode().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        RestError.old("ENTITY_TYPE is not defined or invalid.").refusal());
    }

    private ObjectNode json(TimelineComment comment) {
        ObjectNode row = Json.object()
                .put("ID", Long.toString(comment.id()))
                .put("ENTITY_ID", Long.toString(comment.entityId()))
                .put("ENTITY_TYPE", comment.entityType().timelineCode())
                .put("CREATED", portal.time().render(comment.created()))
                .put("COMMENT", comment.text())
                .put("AUTHOR_ID", Long.toString(comment.author()));
        // The one place where the sample shows an empty map as a map.
        ObjectNode files = row.putObject("FILES");
        comment.files()
                .forEach(file -> files.putObject(Long.toString(file.id()))
                        .put("id", file.id())
                        .put("date", portal.time().render(comment.created()))
                        .put("type", "file")
                        .put("name", file.name())
                        .put("size", file.content().length)
                        .put("authorId", comment.author()));
        return row;
    }
}
