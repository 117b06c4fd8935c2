package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deals as the portal shows them now: one batch reads a deal with everything that it needs. Source: reference "bitrix24", 4.5, 5.2–5.6. */
@ApplicationScoped
class DealBook {
    private static final int PAGE = 50;
    /** A deal of more rows is no invoice that people read; it goes to them instead (the check names the limit of 500). */
    private static final int MOST_PAGES = 11;

    private final Bitrix24Client client;
    private final Answers answers;
    private final Bitrix24Errors errors;

    DealBook(Bitrix24Client client, Answers answers, Bitrix24Errors errors) {
        this.client = client;
        this.answers = answers;
        this.errors = errors;
    }

    Reply<DealReading> read(Tenant tenant, CrmRef deal) {
        return read(tenant, deal, Set.of());
    }

    /** A chain ends with its first failure: what the portal refuses and a sale can do without is left out, and the rest asked once more. */
    private Reply<DealReading> read(Tenant tenant, CrmRef deal, Set<String> without) {
        Batch batch = DealBatch.of(tenant, deal, without);
        return client.call(tenant, batch)
                .then(answer -> dispensable(batch, answer)
                        .map(refused -> read(tenant, deal, joined(without, DealBatch.dependingOn(refused))))
                        .orElseGet(() -> read(tenant, deal, batch, answer)));
    }

    private Optional<String> dispensable(Batch batch, BatchAnswer answer) {
        return batch.methods().keySet().stream()
                .filter(command -> answers.isRefused(answer, command, DealBatch.doesWithout(command)))
                .findFirst();
    }

    private static Set<String> joined(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private Reply<DealReading> read(Tenant tenant, CrmRef deal, Batch batch, BatchAnswer answer) {
        return answers.found(answer, DealBatch.DEAL)
                .then(found -> found.map(value -> reading(tenant, deal, value.path("item"), batch, answer))
                        .orElseGet(() -> Reply.of(new DealReading.Gone())));
    }

    private Reply<DealReading> reading(Tenant tenant, CrmRef deal, JsonNode item, Batch batch, BatchAnswer answer) {
        return whole(new DealParts(deal, item, List.of(), answer), batch)
                .then(_ -> allRows(tenant, deal, answer))
                .map(rows ->
                        new DealReading.Present(Bitrix24Mapping.deal(tenant, new DealParts(deal, item, rows, answer))));
    }

    /**
     * A company that is not named or not there is the deal's trouble, for people; after any other failure we have not seen the deal whole
     * and must not judge it. A list leaves out in silence what we have no right to see, and a contact that is gone is none of its deal's any
     * more: so one that is named and does not come is kept from us.
     */
    private Reply<BatchAnswer> whole(DealParts seen, Batch batch) {
        boolean contactIsHidden = seen.companyRef().isEmpty()
                && seen.contactRef().isPresent()
                && seen.contact().isEmpty();
        boolean companyMayBeMissing = seen.companyRef().isEmpty()
                || seen.answer().part(DealBatch.COMPANY) instanceof Part.Failed(var code) && code.isNotFound();
        var needed = new ArrayList<>(batch.methods().keySet());
        if (companyMayBeMissing) {
            needed.remove(DealBatch.COMPANY);
        }
        return answers.whole(seen.answer(), needed)
                .then(answer -> contactIsHidden ? Reply.stop(errors.meaning(Refusal.NO_RIGHT)) : Reply.of(answer));
    }

    /** The list's pages are 50 rows; a deal with more costs a request for each further page. */
    private Reply<List<JsonNode>> allRows(Tenant tenant, CrmRef deal, BatchAnswer first) {
        var rows = new ArrayList<JsonNode>();
        BatchAnswer page = first;
        for (int number = 1; ; number++) {
            page.valueOrMissing(DealBatch.ROWS).path("productRows").forEach(rows::add);
            if (!page.hasMore(DealBatch.ROWS) || number == MOST_PAGES) {
                return Reply.of(rows);
            }
            var next = new Batch(Batch.AfterError.STOP);
            DealBatch.rows(next, deal).with("start", Integer.toString(number * PAGE));
            switch (client.call(tenant, next).then(answer -> answers.whole(answer, List.of(DealBatch.ROWS)))) {
                case Reply.Stopped<BatchAnswer>(var outcome) -> {
                    return Reply.stop(outcome);
                }
                case Reply.Got<BatchAnswer>(var answer) -> page = answer;
            }
        }
    }
}
