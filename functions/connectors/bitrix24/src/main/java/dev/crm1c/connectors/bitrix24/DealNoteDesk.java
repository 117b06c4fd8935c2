package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Entry;
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
import java.util.Set;
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
    /** The portal is too old for it, or the entry hangs on something else as well. */
    private static final Set<Refusal> NO_TO_TAKING_AWAY = Set.of(Refusal.METHOD_UNKNOWN, Refusal.REQUEST_REFUSED);

    private final Bitrix24Client client;
    private final NoteBook book;
    private final Answers answers;

    DealNoteDesk(Bitrix24Client client, NoteBook book, Answers answers) {
        this.client = client;
        this.book = book;
        this.answers = answers;
    }

    Reply<Map<NoteSlot, String>> tell(Tenant tenant, CrmRef deal, Telling telling) {
        if (TellingBatch.commands(telling) > Batch.MOST_COMMANDS) {
            return Reply.stop(new Outcome.Refused("more is to be told of " + deal + " than goes into one request"));
        }
        return book.placed(tenant, deal, telling.entries(), telling.outdated())
                .then(entries -> write(
                        tenant, deal, new Telling(entries, telling.outdated(), telling.fields(), telling.move())));
    }

    private Reply<Map<NoteSlot, String>> write(Tenant tenant, CrmRef deal, Telling telling) {
        Batch batch = TellingBatch.of(tenant, deal, telling);
        return batch.methods().isEmpty()
                ? Reply.of(Map.of())
                : client.call(tenant, batch)
                        .then(answer -> fieldsAndStage(answer, batch))
                        .then(answer -> entries(tenant, deal, telling, answer));
    }

    /**
     * A move that the portal refuses is over and done with: the entry says what is the matter, the stage was only to draw eyes to it, and a field
     * that somebody made mandatory must not keep the entry from being told.
     */
    private Reply<BatchAnswer> fieldsAndStage(BatchAnswer answer, Batch batch) {
        var needed = new ArrayList<>(List.of(TellingBatch.FIELDS, TellingBatch.STAGE));
        needed.retainAll(batch.methods().keySet());
        if (answers.isRefused(answer, TellingBatch.STAGE, NO_TO_THE_MOVE)) {
            needed.remove(TellingBatch.STAGE);
        }
        return answers.whole(answer, needed);
    }

    private Reply<Map<NoteSlot, String>> entries(Tenant tenant, CrmRef deal, Telling telling, BatchAnswer answer) {
        var written = new ArrayList<Entry>();
        var anew = new ArrayList<Entry>();
        for (Entry entry : telling.entries()) {
            if (isGone(answer, entry)) {
                anew.add(new Entry(entry.slot(), entry.text(), new NotePlace.NewUnlessThere()));
            } else {
                written.add(entry);
            }
        }
        var outdated = telling.outdated().stream()
                .distinct()
                .collect(Collectors.partitioningBy(
                        id -> answers.isRefused(answer, TellingBatch.outdated(id), NO_TO_TAKING_AWAY)));
        return gone(answer, outdated.get(false)).then(_ -> ids(answer, written)).then(ids -> {
            var taken = new HashSet<>(telling.outdated());
            taken.addAll(ids.values());
            return book.placed(tenant, deal, anew, taken)
                    .then(placed -> again(tenant, deal, placed, outdated.get(true)))
                    .map(more -> {
                        more.putAll(ids);
                        return Map.copyOf(more);
                    });
        });
    }

    /**
     * For what people took away meanwhile, and for what the portal does not take away for us. The former was looked for: if the answer to this is
     * lost, nobody remembers that an entry came in the place of the one that was taken away.
     */
    private Reply<Map<NoteSlot, String>> again(
            Tenant tenant, CrmRef deal, List<Entry> anew, List<String> notTakenAway) {
        if (anew.isEmpty() && notTakenAway.isEmpty()) {
            return Reply.of(new HashMap<>());
        }
        return client.call(tenant, TellingBatch.again(deal, anew, notTakenAway))
                .then(answer -> gone(answer, notTakenAway).then(_ -> ids(answer, anew)));
    }

    private boolean isGone(BatchAnswer answer, Entry entry) {
        return entry.place() instanceof NotePlace.Existing
                && answers.isRefused(answer, TellingBatch.command(entry), Set.of(Refusal.NOT_FOUND));
    }

    /** What is not there any more is gone as well. Taking away is answered with null, which may come as no answer at all: only a refusal counts. */
    private Reply<BatchAnswer> gone(BatchAnswer answer, List<String> outdated) {
        return answers.whole(
                answer,
                outdated.stream()
                        .map(TellingBatch::outdated)
                        .filter(command -> answer.part(command) instanceof Part.Failed(var code) && !code.isNotFound())
                        .toList());
    }

    private Reply<Map<NoteSlot, String>> ids(BatchAnswer answer, List<Entry> entries) {
        Reply<Map<NoteSlot, String>> all = Reply.of(new HashMap<>());
        for (Entry entry : entries) {
            all = all.then(ids -> id(answer, entry).map(id -> {
                ids.put(entry.slot(), id);
                return ids;
            }));
        }
        return all;
    }

    private Reply<String> id(BatchAnswer answer, Entry entry) {
        return answers.of(answer, TellingBatch.command(entry)).then(value -> switch (entry.place()) {
            case NotePlace.Existing(String id) -> Reply.of(id);
            case NotePlace.New(), NotePlace.NewUnlessThere() -> answers.id(value.asText());
        });
    }
}
