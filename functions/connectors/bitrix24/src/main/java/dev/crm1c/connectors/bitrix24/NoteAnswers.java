package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling.Entry;
import dev.crm1c.model.sync.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of entries that were written, and of outdated ones that were taken away. Source: reference "bitrix24", 4.5 and 5.10. */
@ApplicationScoped
class NoteAnswers {
    /** The portal is too old for it, or the entry hangs on something else as well. */
    private static final Set<Refusal> NO_TO_TAKING_AWAY = Set.of(Refusal.METHOD_UNKNOWN, Refusal.REQUEST_REFUSED);

    private final Answers answers;

    NoteAnswers(Answers answers) {
        this.answers = answers;
    }

    /** People have taken it away meanwhile. */
    boolean isGone(BatchAnswer answer, Entry entry) {
        return entry.place() instanceof NotePlace.Existing
                && answers.isRefused(answer, TellingBatch.command(entry), Set.of(Refusal.NOT_FOUND));
    }

    boolean isNotTakenAway(BatchAnswer answer, String outdated) {
        return answers.isRefused(answer, TellingBatch.outdated(outdated), NO_TO_TAKING_AWAY);
    }

    /** What is not there any more is gone as well. Taking away is answered with null, which may come as no answer at all: only a refusal counts. */
    Reply<BatchAnswer> gone(BatchAnswer answer, Collection<String> outdated) {
        return answers.whole(
                answer,
                outdated.stream()
                        .map(TellingBatch::outdated)
                        .filter(command -> answer.part(command) instanceof Part.Failed(var code) && !code.isNotFound())
                        .toList());
    }

    Reply<Map<NoteSlot, String>> ids(BatchAnswer answer, List<Entry> entries) {
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
