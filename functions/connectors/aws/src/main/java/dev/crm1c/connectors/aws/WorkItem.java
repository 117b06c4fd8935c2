package dev.crm1c.connectors.aws;

import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Asking;
import dev.crm1c.model.sync.Work.Errand;
import dev.crm1c.model.sync.Work.LastLook;
import dev.crm1c.model.sync.Work.Note;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.sync.Work.Shown;
import dev.crm1c.model.sync.Work.Todo;
import dev.crm1c.model.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A work as a {@code WORK#} item (docs/table.md). */
final class WorkItem {
    static final String WORK = "WORK#";

    private static final String ASKING = "asking";
    private static final String NOTES = "notes";
    private static final String SHOWN = "shown";
    private static final String TODO = "todo";
    private static final String TODO_ID = "todoId";
    private static final String TODO_DEADLINE = "todoDeadline";
    private static final String BEING_MADE = "BEING_MADE";
    private static final String OPEN = "OPEN";

    private WorkItem() {}

    static Work read(TenantId tenant, CrmRef subject, Item item) {
        return new Work(
                tenant,
                subject,
                lastLook(item),
                asking(item),
                errand(item),
                notes(item),
                shown(item),
                todo(item),
                parking(item));
    }

    static Item of(Work work) {
        Item item = Item.at(work.tenant().value(), WORK + work.subject().key()).with(NOTES, stored(work.notes()));
        switch (work.lastLook()) {
            case LastLook.Never() -> {}
            case LastLook.StartedAt(var instant) -> item.with("lookedAt", instant);
        }
        switch (work.asking()) {
            case NOBODY -> {}
            case PEOPLE -> item.with(ASKING, work.asking().name());
        }
        switch (work.errand()) {
            case Errand.None() -> {}
            case Errand.Unfinished(StageRef(String pipeline, String stage)) ->
                item.with("begunInPipeline", pipeline).with("begunAtStage", stage);
        }
        switch (work.shown()) {
            case Shown.Nothing() -> {}
            case Shown.Fields(Fingerprint values) -> item.with(SHOWN, values.hex());
        }
        switch (work.todo()) {
            case Todo.None() -> {}
            case Todo.BeingMade(var deadline) -> item.with(TODO, BEING_MADE).with(TODO_DEADLINE, deadline);
            case Todo.Open(String id) -> item.with(TODO, OPEN).with(TODO_ID, id);
        }
        switch (work.parking()) {
            case Parking.NotParked() -> {}
            case Parking.Parked parked ->
                item.with(Table.WAKE_LANE, Table.ONLY_WAKE_LANE)
                        .with(Table.WAKE_AT, parked.until())
                        .with("parkedFor", parked.reason())
                        .with("attempts", parked.attempts())
                        .with("waitsFor", waitsOf(work));
        }
        return item;
    }

    static Set<String> waitsOf(Work work) {
        return switch (work.parking()) {
            case Parking.NotParked() -> Set.of();
            case Parking.Parked parked ->
                parked.waitsFor().stream().map(CrmRef::key).collect(Collectors.toUnmodifiableSet());
        };
    }

    /** {@code invoice=<hash>=812}; without an id while it is being written. */
    private static List<String> stored(Map<NoteSlot, Note> notes) {
        return notes.entrySet().stream()
                .map(entry -> entry.getKey().key() + "="
                        + switch (entry.getValue()) {
                            case Note.BeingWritten(Fingerprint text) -> text.hex();
                            case Note.Written(String id, Fingerprint text) -> text.hex() + "=" + id;
                        })
                .toList();
    }

    private static Map<NoteSlot, Note> notes(Item item) {
        var notes = new HashMap<NoteSlot, Note>();
        for (String stored : item.texts(NOTES)) {
            String[] parts = stored.split("=", 3);
            var text = new Fingerprint(parts[1]);
            notes.put(
                    new NoteSlot(parts[0]),
                    parts.length == 3 ? new Note.Written(parts[2], text) : new Note.BeingWritten(text));
        }
        notes.putAll(theOnlyNote(item));
        return notes;
    }

    /** Releases before there were slots kept one note; it says how things stand until the next look writes it anew. */
    private static Map<NoteSlot, Note> theOnlyNote(Item item) {
        return item.optionalText("noteText")
                .map(Fingerprint::new)
                .map(text -> Map.of(
                        NoteSlot.STATUS,
                        item.optionalText("noteId")
                                .<Note>map(id -> new Note.Written(id, text))
                                .orElseGet(() -> new Note.BeingWritten(text))))
                .orElse(Map.of());
    }

    private static LastLook lastLook(Item item) {
        return item.optionalInstant("lookedAt")
                .<LastLook>map(LastLook.StartedAt::new)
                .orElseGet(LastLook.Never::new);
    }

    private static Asking asking(Item item) {
        return item.optionalText(ASKING).map(Asking::valueOf).orElse(Asking.NOBODY);
    }

    private static Errand errand(Item item) {
        return item.optionalText("begunInPipeline")
                .<Errand>map(pipeline -> new Errand.Unfinished(new StageRef(pipeline, item.text("begunAtStage"))))
                .orElseGet(Errand.None::new);
    }

    private static Shown shown(Item item) {
        return item.optionalText(SHOWN)
                .map(Fingerprint::new)
                .<Shown>map(Shown.Fields::new)
                .orElseGet(Shown.Nothing::new);
    }

    private static Todo todo(Item item) {
        return switch (item.optionalText(TODO).orElse("")) {
            case "" -> new Todo.None();
            // A former release did not say by when, so it cannot be told from others.
            case BEING_MADE ->
                item.optionalInstant(TODO_DEADLINE)
                        .<Todo>map(Todo.BeingMade::new)
                        .orElseGet(Todo.None::new);
            case OPEN -> new Todo.Open(item.text(TODO_ID));
            default -> throw new IllegalStateException("a thing to do of a state that this release does not know");
        };
    }

    private static Parking parking(Item item) {
        return item.optionalText("parkedFor")
                .<Parking>map(reason -> new Parking.Parked(
                        item.optionalInstant(Table.WAKE_AT).orElseThrow(),
                        reason,
                        Math.toIntExact(item.number("attempts")),
                        item.texts("waitsFor").stream()
                                .flatMap(key -> CrmRef.fromKey(key).stream())
                                .collect(Collectors.toUnmodifiableSet())))
                .orElseGet(Parking.NotParked::new);
    }
}
