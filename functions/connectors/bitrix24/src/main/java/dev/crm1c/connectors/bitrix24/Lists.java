package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several short lists read to their ends together, a request for each page of the longest. By offset: made for dictionaries and for the rows of
 * one object, not for what a portal has thousands of. Source: reference "bitrix24", 4.5–4.6.
 */
@ApplicationScoped
class Lists {
    private static final int PAGE = 50;
    /** A list that is longer is no dictionary, or ignores the offset; half of it must not pass for the whole. */
    private static final int MOST_PAGES = 20;

    private final Bitrix24Client client;
    private final Answers answers;

    Lists(Bitrix24Client client, Answers answers) {
        this.client = client;
        this.answers = answers;
    }

    Reply<List<JsonNode>> all(Tenant tenant, ListQuery listing) {
        return all(tenant, Map.of("list", listing)).map(read -> read.get("list"));
    }

    /** @param wanted at most 50 lists, by names of the caller's choice */
    Reply<Map<String, List<JsonNode>>> all(Tenant tenant, Map<String, ListQuery> wanted) {
        var read = new HashMap<String, List<JsonNode>>();
        wanted.keySet().forEach(name -> read.put(name, new ArrayList<>()));
        Map<String, ListQuery> unfinished = new LinkedHashMap<>(wanted);
        for (int page = 0; !unfinished.isEmpty(); page++) {
            if (page == MOST_PAGES) {
                return Reply.stop(answers.notUnderstood());
            }
            switch (page(tenant, unfinished, page)) {
                case Reply.Stopped<BatchAnswer>(Outcome outcome) -> {
                    return Reply.stop(outcome);
                }
                case Reply.Got<BatchAnswer>(BatchAnswer answer) -> {
                    for (Map.Entry<String, ListQuery> listing : unfinished.entrySet()) {
                        Optional<List<JsonNode>> rows =
                                listing.getValue().rows(answer.valueOrMissing(listing.getKey()));
                        if (rows.isEmpty()) {
                            return Reply.stop(answers.notUnderstood());
                        }
                        read.get(listing.getKey()).addAll(rows.get());
                    }
                    unfinished.keySet().removeIf(name -> !answer.hasMore(name));
                }
            }
        }
        return Reply.of(read);
    }

    private Reply<BatchAnswer> page(Tenant tenant, Map<String, ListQuery> listings, int page) {
        var batch = new Batch(Batch.AfterError.STOP);
        listings.forEach((name, listing) -> {
            Batch.Command command = listing.in(batch, name);
            if (page > 0) {
                command.with("start", Integer.toString(page * PAGE));
            }
        });
        return client.call(tenant, batch).then(answer -> answers.whole(answer, listings.keySet()));
    }
}
