package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Entry;
import dev.crm1c.model.deal.Telling.FieldsWritten;
import dev.crm1c.model.deal.Telling.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Our entries in a deal's timeline, the deal's own fields and its stage, written together. If one thing could not be told for now, the whole is
 * told again later: overwriting is harmless, and entries whose ids are lost with the answer are found by {@link NoteBook}.
 * Source: reference "bitrix24", 5.2 and 5.9–5.10.
 */
@ApplicationScoped
class DealNoteDesk {
    /** What the portal says of the move itself; anything else it may say of any request. */
    private static final Set<Refusal> NO_TO_THE_MOVE =
            Set.of(Refusal.REQUEST_REFUSED, Refusal.NO_RIGHT, Refusal.NOT_FOUND);

    private final Bitrix24Client client;
    private final NoteBook book;
    private final NoteAnswers notes;
    private final Answers answers;

    DealNoteDesk(Bitrix24Client client, NoteBook book, NoteAnswers notes, Answers answers) {
        this.client = client;
        this.book = book;
        this.notes = notes;
        this.answers = answers;
    }

    Reply<Written> tell(Tenant tenant, CrmRef deal, Telling telling) {
        if (TellingBatch.commands(telling) > Batch.MOST_COMMANDS) {
            return Reply.stop(new Outcome.Refused("more is to be told of " + deal + " than goes into one request"));
        }
        return book.placed(tenant, deal, telling.entries(), telling.outdated())
                .then(entries -> write(
                        tenant, deal, new Telling(entries, telling.outdated(), telling.fields(), telling.move())));
    }

    Reply<Optional<String>> find(Tenant tenant, CrmRef deal, Predicate<String> text) {
        return book.find(tenant, deal, text);
    }

    private Reply<Written> write(Tenant tenant, CrmRef deal, Telling telling) {
        Batch batch = TellingBatch.of(tenant, deal, telling);
        return batch.methods().isEmpty()
                ? Reply.of(new Written(Map.of(), new FieldsWritten.AsTold()))
                : client.call(tenant, batch)
                        .then(answer -> fieldsAndStage(answer, batch))
                        .then(answer ->
                                entries(tenant, deal, telling, answer).map(ids -> new Written(ids, fields(answer))));
    }

    private FieldsWritten fields(BatchAnswer answer) {
        return answers.refusal(answer, TellingBatch.FIELDS)
                .<FieldsWritten>map(FieldsWritten.Refused::new)
                .orElseGet(FieldsWritten.AsTold::new);
    }

    /**
     * What the portal refuses is over and done with: a field that somebody made mandatory must not keep the entries from being told, and the
     * stage was only to draw eyes to them.
     */
    private Reply<BatchAnswer> fieldsAndStage(BatchAnswer answer, Batch batch) {
        var needed = new ArrayList<>(List.of(TellingBatch.FIELDS, TellingBatch.STAGE));
        needed.retainAll(batch.methods().keySet());
        if (answers.isRefused(answer, TellingBatch.STAGE, NO_TO_THE_MOVE)) {
            needed.remove(TellingBatch.STAGE);
        }
        if (answers.refusal(answer, TellingBatch.FIELDS).isPresent()) {
            needed.remove(TellingBatch.FIELDS);
        }
        return answers.whole(answer, needed);
    }

    private Reply<Map<NoteSlot, String>> entries(Tenant tenant, CrmRef deal, Telling telling, BatchAnswer answer) {
        Map<Boolean, List<Entry>> byGone =
                telling.entries().stream().collect(Collectors.partitioningBy(entry -> notes.isGone(answer, entry)));
        Map<Boolean, List<String>> byLeft = telling.outdated().stream()
                .distinct()
                .collect(Collectors.partitioningBy(id -> notes.isNotTakenAway(answer, id)));
        return notes.gone(answer, byLeft.get(false))
                .then(_ -> notes.ids(answer, byGone.get(false)))
                .then(ids -> anew(tenant, deal, telling, byGone.get(true), ids)
                        .then(anew -> again(tenant, deal, anew, byLeft.get(true)))
                        .map(more -> {
                            more.putAll(ids);
                            return Map.copyOf(more);
                        }));
    }

    /** Looked for, because nobody remembers an entry that came in the place of one that was taken away if the answer to that was lost. */
    private Reply<List<Entry>> anew(
            Tenant tenant, CrmRef deal, Telling telling, List<Entry> gone, Map<NoteSlot, String> written) {
        var taken = new HashSet<>(telling.outdated());
        taken.addAll(written.values());
        List<Entry> sought = gone.stream()
                .map(entry -> new Entry(entry.slot(), entry.text(), new NotePlace.NewUnlessThere()))
                .toList();
        return book.placed(tenant, deal, sought, taken);
    }

    /** For what people took away meanwhile, and for what the portal does not take away for us. */
    private Reply<Map<NoteSlot, String>> again(
            Tenant tenant, CrmRef deal, List<Entry> anew, List<String> notTakenAway) {
        if (anew.isEmpty() && notTakenAway.isEmpty()) {
            return Reply.of(new HashMap<>());
        }
        return client.call(tenant, TellingBatch.again(deal, anew, notTakenAway))
                .then(answer -> notes.gone(answer, notTakenAway).then(_ -> notes.ids(answer, anew)));
    }
}
