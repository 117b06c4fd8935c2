package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.Telling.Entry;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the entries of a deal's timeline that a former try may have written: the same text is the same entry, and one entry is not two.
 * Source: reference "bitrix24", 0.8 and 5.10.
 */
@ApplicationScoped
class NoteBook {
    private final Bitrix24Client client;

    NoteBook(Bitrix24Client client) {
        this.client = client;
    }

    /**
     * The entries with their places known; one look for all of them, and none where nothing has to be looked for.
     *
     * @param taken ids that are something else's
     */
    Reply<List<Entry>> placed(Tenant tenant, CrmRef deal, List<Entry> entries, Collection<String> taken) {
        return entries.stream().noneMatch(NoteBook::isSought)
                ? Reply.of(entries)
                : newest(tenant, deal).map(comments -> placed(entries, comments, new HashSet<>(taken)));
    }

    Reply<Optional<String>> find(Tenant tenant, CrmRef deal, Predicate<String> reads) {
        return newest(tenant, deal)
                .map(comments -> comments.valueStream()
                        .filter(comment -> reads.test(text(comment, "COMMENT")))
                        .map(comment -> text(comment, "ID"))
                        .findFirst());
    }

    private static boolean isSought(Entry entry) {
        return entry.place() instanceof NotePlace.NewUnlessThere;
    }

    /** The newest fifty: what a former try wrote is not far behind. */
    private Reply<JsonNode> newest(Tenant tenant, CrmRef deal) {
        var parameters = JsonNodeFactory.instance.objectNode();
        parameters.putObject("filter").put("ENTITY_ID", deal.id()).put("ENTITY_TYPE", "deal");
        parameters.putObject("order").put("ID", "DESC");
        parameters.putArray("select").add("ID").add("COMMENT");
        return client.call(tenant, "crm.timeline.comment.list", parameters);
    }

    private static List<Entry> placed(List<Entry> entries, JsonNode comments, Set<String> taken) {
        entries.forEach(entry -> {
            if (entry.place() instanceof NotePlace.Existing(String id)) {
                taken.add(id);
            }
        });
        var placed = new ArrayList<Entry>();
        for (Entry entry : entries) {
            placed.add(isSought(entry) ? found(entry, comments, taken) : entry);
        }
        return placed;
    }

    private static Entry found(Entry entry, JsonNode comments, Set<String> taken) {
        Optional<String> id = comments.valueStream()
                .filter(comment -> text(comment, "COMMENT").equals(asKept(entry.text())))
                .map(comment -> text(comment, "ID"))
                .filter(taken::add)
                .findFirst();
        return new Entry(
                entry.slot(),
                entry.text(),
                id.<NotePlace>map(NotePlace.Existing::new).orElseGet(NotePlace.New::new));
    }

    /** Without what a text field loses on the way. */
    private static String asKept(String text) {
        return text.strip();
    }
}
