package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.CrmChangeList;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Bitrix24 as our steps need it: one batch reads a deal with all it needs, one writes back. */
@ApplicationScoped
class Bitrix24Crm implements Crm {
    private static final String DEAL_TYPE = "2";
    private static final String COMPANY_TYPE = "4";
    private static final int PAGE = 50;
    /** A deal of more rows is no invoice that people read; it goes to them instead (the check names the limit of 500). */
    private static final int MOST_PAGES = 11;

    private final Bitrix24Client client;
    private final Bitrix24Errors errors;
    private final RobotDesk robots;
    private final Bitrix24ChangeList changeList;
    private final OwnerBook owners;

    Bitrix24Crm(
            Bitrix24Client client,
            Bitrix24Errors errors,
            RobotDesk robots,
            Bitrix24ChangeList changeList,
            OwnerBook owners) {
        this.client = client;
        this.errors = errors;
        this.robots = robots;
        this.changeList = changeList;
        this.owners = owners;
    }

    @Override
    public CrmSystem system() {
        return Bitrix24Webhook.BITRIX24;
    }

    @Override
    public Reply<DealReading> readDeal(Tenant tenant, CrmRef deal) {
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

    @Override
    public Reply<Optional<CrmRef>> companyOf(Tenant tenant, CrmRef legal) {
        return owners.companyOf(tenant, legal);
    }

    @Override
    public Reply<String> tell(Tenant tenant, CrmRef deal, Telling telling, NotePlace place) {
        return switch (place) {
            case NotePlace.New() -> write(tenant, deal, telling, Optional.empty());
            case NotePlace.Existing(String noteId) -> write(tenant, deal, telling, Optional.of(noteId));
            case NotePlace.NewUnlessThere() ->
                findNote(tenant, deal, telling.note()).then(found -> write(tenant, deal, telling, found));
        };
    }

    private Reply<Optional<String>> findNote(Tenant tenant, CrmRef deal, String text) {
        var parameters = JsonNodeFactory.instance.objectNode();
        parameters.putObject("filter").put("ENTITY_ID", deal.id()).put("ENTITY_TYPE", "deal");
        parameters.putObject("order").put("ID", "DESC");
        parameters.putArray("select").add("ID").add("COMMENT");
        return client.call(tenant, "crm.timeline.comment.list", parameters)
                .map(comments -> StreamSupport.stream(comments.spliterator(), false)
                        .filter(comment ->
                                Bitrix24Mapping.text(comment, "COMMENT").equals(text))
                        .map(comment -> Bitrix24Mapping.text(comment, "ID"))
                        .findFirst());
    }

    private Reply<String> write(Tenant tenant, CrmRef deal, Telling telling, Optional<String> noteId) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        Map<String, String> fields = fields(tenant, telling);
        if (!fields.isEmpty()) {
            var update = batch.command("fields", "crm.item.update")
                    .with("entityTypeId", DEAL_TYPE)
                    .with("id", deal.id())
                    .with("useOriginalUfNames", "Y");
            fields.forEach((name, value) -> update.with("fields[" + name + "]", value));
        }
        noteId.ifPresentOrElse(
                id -> batch.command("note", "crm.timeline.comment.update")
                        .with("id", id)
                        .with("fields[COMMENT]", telling.note()),
                () -> batch.command("note", "crm.timeline.comment.add")
                        .with("fields[ENTITY_ID]", deal.id())
                        .with("fields[ENTITY_TYPE]", "deal")
                        .with("fields[COMMENT]", telling.note()));
        return client.call(tenant, batch).then(answer -> written(tenant, deal, telling, noteId, answer));
    }

    private Reply<String> written(
            Tenant tenant, CrmRef deal, Telling telling, Optional<String> noteId, BatchAnswer answer) {
        if (answer.part("fields") instanceof Part.Failed(var code)) {
            return Reply.stop(errors.meaning(200, code));
        }
        return switch (answer.part("note")) {
            case Part.Result(JsonNode value) -> Reply.of(noteId.orElseGet(value::asText));
            case Part.Failed(var code)
            when noteId.isPresent() && code.isNotFound() -> write(tenant, deal, telling, Optional.empty());
            case Part.Failed(var code) -> Reply.stop(errors.meaning(200, code));
            case Part.NotRun() -> Reply.stop(errors.byStatus(200));
        };
    }

    @Override
    public Reply<Answered> answerRobot(Tenant tenant, String token, RobotAnswer answer) {
        return robots.answer(tenant, token, answer);
    }

    @Override
    public Optional<CrmChangeList> changeList() {
        return Optional.of(changeList);
    }

    /** The deal's own fields by their names; files are attached and not written. */
    private static Map<String, String> fields(Tenant tenant, Telling telling) {
        var fields = new TreeMap<String, String>();
        tenant.crm()
                .fields()
                .forEach((field, name) -> value(field, telling).ifPresent(value -> fields.put(name, value)));
        return fields;
    }

    private static Optional<String> value(DealField field, Telling telling) {
        return switch (telling) {
            case Telling.Words words ->
                field == DealField.STATE ? Optional.of(words.state().words()) : Optional.empty();
            case Telling.Invoice invoice -> value(field, invoice);
        };
    }

    private static Optional<String> value(DealField field, Telling.Invoice invoice) {
        return switch (field) {
            case INVOICE_NUMBER -> Optional.of(invoice.facts().number());
            case INVOICE_DATE ->
                Optional.of(invoice.facts().date().toLocalDate().toString());
            case INVOICE_SUM -> Optional.of(invoice.facts().total().toString());
            case INVOICE_LINK -> Optional.of(invoice.link());
            case STATE -> Optional.of(invoice.state().words());
            case FILES -> Optional.empty();
        };
    }
}
