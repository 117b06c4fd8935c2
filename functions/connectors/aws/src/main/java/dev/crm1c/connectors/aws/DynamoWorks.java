package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Asking;
import dev.crm1c.model.sync.Work.LastLook;
import dev.crm1c.model.sync.Work.Note;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps {@code WORK#} items, one for each CRM object, and {@code WAITS#} items, one for each "this one waits for that one". */
@ApplicationScoped
class DynamoWorks implements Works {
    static final String WORK = "WORK#";
    private static final String WAITS = "WAITS#";
    private static final String ASKING = "asking";
    /** More objects than this waiting for one company is no business of one wake-up: the hourly look finds the rest. */
    private static final int MOST_WAITERS = 200;

    private final Table table;

    DynamoWorks(Table table) {
        this.table = table;
    }

    @Override
    public Work find(TenantId tenant, CrmRef subject) {
        return table.get(tenant.value(), WORK + subject.key())
                .map(item -> new Work(tenant, subject, lastLook(item), asking(item), note(item), parking(item)))
                .orElseGet(() -> Work.unseen(tenant, subject));
    }

    /** The new waits stand before the work says it waits, the old ones fall after: a crash between leaves a wake-up too many, never one too few. */
    @Override
    public void put(Work work) {
        Set<String> waits = waitsOf(work);
        waits.forEach(cure -> table.put(Item.at(work.tenant().value(), waitKey(cure, work.subject()))));
        Optional<Item> former = table.put(item(work));
        former.map(item -> item.texts("waitsFor")).orElse(Set.of()).stream()
                .filter(cure -> !waits.contains(cure))
                .forEach(cure -> table.delete(work.tenant().value(), waitKey(cure, work.subject())));
    }

    @Override
    public List<CrmRef> waitingFor(TenantId tenant, CrmRef cure) {
        String prefix = WAITS + cure.key() + "#";
        return table.beginningWith(tenant.value(), prefix, MOST_WAITERS).stream()
                .flatMap(item -> CrmRef.fromKey(item.sort().substring(prefix.length())).stream())
                .toList();
    }

    @Override
    public Waiting anybodyWaiting(TenantId tenant) {
        return table.beginningWith(tenant.value(), WAITS, 1).isEmpty() ? Waiting.NOBODY : Waiting.SOMEBODY;
    }

    private static String waitKey(String cure, CrmRef waiter) {
        return WAITS + cure + "#" + waiter.key();
    }

    private static Set<String> waitsOf(Work work) {
        return switch (work.parking()) {
            case Parking.NotParked() -> Set.of();
            case Parking.Parked parked ->
                parked.waitsFor().stream().map(CrmRef::key).collect(Collectors.toUnmodifiableSet());
        };
    }

    private static Item item(Work work) {
        Item item = Item.at(work.tenant().value(), WORK + work.subject().key());
        switch (work.lastLook()) {
            case LastLook.Never() -> {}
            case LastLook.StartedAt(var instant) -> item.with("lookedAt", instant);
        }
        switch (work.asking()) {
            case NOBODY -> {}
            case PEOPLE -> item.with(ASKING, work.asking().name());
        }
        switch (work.note()) {
            case Note.None() -> {}
            case Note.BeingWritten(Fingerprint text) -> item.with("noteText", text.hex());
            case Note.Written(String noteId, Fingerprint text) ->
                item.with("noteText", text.hex()).with("noteId", noteId);
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

    private static LastLook lastLook(Item item) {
        return item.optionalInstant("lookedAt")
                .<LastLook>map(LastLook.StartedAt::new)
                .orElseGet(LastLook.Never::new);
    }

    private static Asking asking(Item item) {
        return item.optionalText(ASKING).map(Asking::valueOf).orElse(Asking.NOBODY);
    }

    private static Note note(Item item) {
        Optional<Fingerprint> text = item.optionalText("noteText").map(Fingerprint::new);
        Optional<String> id = item.optionalText("noteId");
        if (text.isEmpty()) {
            return new Note.None();
        }
        return id.<Note>map(known -> new Note.Written(known, text.get()))
                .orElseGet(() -> new Note.BeingWritten(text.get()));
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
