package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deals as the portal shows them now: one batch reads a deal with everything that it needs. Source: reference "bitrix24", 4.5, 5.2–5.6. */
@ApplicationScoped
class DealBook {
    private static final String DEAL_TYPE = Integer.toString(EntityType.DEAL);
    private static final String COMPANY_TYPE = Integer.toString(EntityType.COMPANY);
    private static final int PAGE = 50;
    /** A deal of more rows is no invoice that people read; it goes to them instead (the check names the limit of 500). */
    private static final int MOST_PAGES = 11;

    private final Bitrix24Client client;
    private final Bitrix24Errors errors;

    DealBook(Bitrix24Client client, Bitrix24Errors errors) {
        this.client = client;
        this.errors = errors;
    }

    Reply<DealReading> read(Tenant tenant, CrmRef deal) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("deal", "crm.item.get")
                .with("entityTypeId", DEAL_TYPE)
                .with("id", deal.id())
                .with("useOriginalUfNames", "Y");
        productRows(batch.command("rows", "crm.item.productrow.list"), deal);
        batch.command("company", "crm.item.get")
                .with("entityTypeId", COMPANY_TYPE)
                .withResult("id", "[deal][item][companyId]");
        batch.command("requisites", "crm.requisite.list")
                .with("filter[ENTITY_TYPE_ID]", COMPANY_TYPE)
                .withResult("filter[ENTITY_ID]", "[deal][item][companyId]")
                .with("order[SORT]", "ASC")
                .with("order[ID]", "ASC");
        batch.command("links", "crm.requisite.link.list")
                .with("filter[ENTITY_TYPE_ID]", DEAL_TYPE)
                .with("filter[ENTITY_ID]", deal.id());
        return client.call(tenant, batch).then(answer -> dealReading(tenant, deal, answer));
    }

    private Reply<DealReading> dealReading(Tenant tenant, CrmRef deal, BatchAnswer answer) {
        return switch (answer.part("deal")) {
            case Part.Failed(var code) when code.isNotFound() -> Reply.of(new DealReading.Gone());
            case Part.Failed(var code) -> Reply.stop(errors.meaning(200, code));
            case Part.NotRun() -> Reply.stop(errors.byStatus(200));
            case Part.Result(JsonNode value) ->
                firstFailure(value.path("item"), answer)
                        .<Reply<DealReading>>map(code -> Reply.stop(errors.meaning(200, code)))
                        .orElseGet(() -> allRows(tenant, deal, answer)
                                .map(rows -> new DealReading.Present(Bitrix24Mapping.deal(
                                        deal,
                                        value.path("item"),
                                        rows,
                                        answer.valueOrMissing("company"),
                                        answer.valueOrMissing("requisites"),
                                        answer.valueOrMissing("links")))));
        };
    }

    /**
     * A company that is not named or not there is the deal's trouble, for people; after any other failure we have not seen the deal whole
     * and must not judge it.
     */
    private static Optional<Bitrix24Errors.Code> firstFailure(JsonNode item, BatchAnswer answer) {
        for (String command : List.of("rows", "company", "requisites", "links")) {
            if (answer.part(command) instanceof Part.Failed(var code)) {
                boolean noCompany = Bitrix24Mapping.companyRef(Bitrix24Mapping.text(item, "companyId"))
                        .isEmpty();
                boolean expected = switch (command) {
                    case "company" -> noCompany || code.isNotFound();
                    // A boxed portal of an old release: then the first requisites are the deal's.
                    case "links" -> code.isUnknownMethod();
                    default -> false;
                };
                return expected ? Optional.empty() : Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** The list's pages are 50 rows; a deal with more costs a request for each further page. */
    private Reply<List<JsonNode>> allRows(Tenant tenant, CrmRef deal, BatchAnswer first) {
        var rows = new ArrayList<JsonNode>();
        BatchAnswer page = first;
        for (int number = 1; ; number++) {
            page.valueOrMissing("rows").path("productRows").forEach(rows::add);
            if (!page.hasMore("rows") || number == MOST_PAGES) {
                return Reply.of(rows);
            }
            var next = new Batch(Batch.AfterError.STOP);
            productRows(next.command("rows", "crm.item.productrow.list"), deal)
                    .with("start", Integer.toString(number * PAGE));
            switch (client.call(tenant, next)) {
                case Reply.Stopped<BatchAnswer>(var outcome) -> {
                    return Reply.stop(outcome);
                }
                case Reply.Got<BatchAnswer>(var answer) -> page = answer;
            }
            if (page.part("rows") instanceof Part.Failed(var code)) {
                return Reply.stop(errors.meaning(200, code));
            }
        }
    }

    private static Batch.Command productRows(Batch.Command command, CrmRef deal) {
        return command.with("filter[=ownerType]", "D")
                .with("filter[=ownerId]", deal.id())
                .with("order[id]", "ASC");
    }
}
