package dev.crm1c.simulators.bitrix24.crm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A saved change as its event tells it: never a value, only what leads to the record (bitrix24.md §0.2, §2.3).
 *
 * @param fields what the event's data carries, in the order of the wire
 */
public record Change(CrmEvent event, SequencedMap<String, String> fields, Actor actor) {
    private static final String ID = "ID";

    public Change {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    /** The usual event: FIELDS[ID] and nothing more. */
    public static Change of(CrmEvent event, long id, long userId) {
        return of(event, Long.toString(id), userId);
    }

    /** A currency is known by its ISO code. */
    public static Change of(CrmEvent event, String id, long userId) {
        return new Change(event, fields(ID, id), Actor.of(userId));
    }

    /** Smart invoices and smart processes share their events, so the type goes along. */
    public static Change ofDynamicItem(CrmEvent event, long id, long entityTypeId, long userId) {
        return of(event, id, userId).with("ENTITY_TYPE_ID", Long.toString(entityTypeId));
    }

    public static Change ofPipelineMove(long deal, long pipeline, String stage, long userId) {
        return of(CrmEvent.ONCRMDEALMOVETOCATEGORY, deal, userId)
                .with("CATEGORY_ID", Long.toString(pipeline))
                .with("STAGE_ID", stage);
    }

    /** The type tells a simple product (1), a parent (3), a variation (4), a service (7)… */
    public static Change ofProduct(CrmEvent event, long id, int type, long userId) {
        return of(event, id, userId).with("TYPE", Integer.toString(type));
    }

    public static Change ofUserField(CrmEvent event, long id, String entity, String fieldName, long userId) {
        return of(event, id, userId).with("ENTITY_ID", entity).with("FIELD_NAME", fieldName);
    }

    public static Change ofDocument(CrmEvent event, long id, long entityTypeId, long entityId, long userId) {
        return of(event, id, userId)
                .with("ENTITY_TYPE_ID", Long.toString(entityTypeId))
                .with("ENTITY_ID", Long.toString(entityId));
    }

    /** An address has no id of its own; its anchor is the company or the contact behind the requisite. */
    public static Change ofAddress(
            CrmEvent event,
            long typeId,
            long entityTypeId,
            long entityId,
            long anchorId,
            long anchorTypeId,
            long userId) {
        return new Change(event, fields("TYPE_ID", Long.toString(typeId)), Actor.of(userId))
                .with("ENTITY_TYPE_ID", Long.toString(entityTypeId))
                .with("ENTITY_ID", Long.toString(entityId))
                .with("ANCHOR_ID", Long.toString(anchorId))
                .with("ANCHOR_TYPE_ID", Long.toString(anchorTypeId));
    }

    /** Another field after those that are there. */
    public Change with(String field, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Change(event, more, actor);
    }

    /** The keys of the event's data as they stand in a form: data[FIELDS][ID], or data[ID] for some. */
    public Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        String prefix = event.wrapping() == CrmEvent.Wrapping.FIELDS ? "data[FIELDS]" : "data";
        fields.forEach((field, value) -> form.put(prefix + "[" + field + "]", value));
        return form;
    }

    private static SequencedMap<String, String> fields(String name, String value) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put(name, value);
        return fields;
    }
}
