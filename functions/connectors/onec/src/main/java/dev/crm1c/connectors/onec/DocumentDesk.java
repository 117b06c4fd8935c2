package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.ODataClient.Creation;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.PaymentState;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Invoices for payment: written from a draft, read back as a sheet. */
@ApplicationScoped
class DocumentDesk {
    private final ODataClient client;
    private final ProfileShelf profiles;

    DocumentDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<DocumentSheet> create(Tenant tenant, DocumentDraft draft, ProposedKey proposed) {
        Section section = section(tenant);
        return filled(section, draft, object -> {
            object.put("Ref_Key", proposed.uuid().toString());
            return client.create(tenant, ODataAddress.ofSet(tenant.onec().address(), section.set()), object)
                    .then(creation -> switch (creation) {
                        case Creation.Made(JsonNode made) -> Reply.of(sheet(section, made));
                        case Creation.KeyTaken() ->
                            read(tenant, new OneCRef(OneCKind.INVOICE, proposed.uuid()))
                                    .then(this::present);
                    });
        });
    }

    Reply<DocumentSheet> change(Tenant tenant, OneCRef invoice, DocumentDraft draft) {
        Section section = section(tenant);
        return filled(
                section,
                draft,
                object -> client.change(tenant, address(tenant, section, invoice), object)
                        .map(changed -> sheet(section, changed)));
    }

    Reply<OneCRef> post(Tenant tenant, OneCRef invoice) {
        return client.run(tenant, address(tenant, section(tenant), invoice).method("Post"))
                .map(_ -> invoice);
    }

    Reply<DocumentOnFile> read(Tenant tenant, OneCRef invoice) {
        Section section = section(tenant);
        return client.find(tenant, address(tenant, section, invoice))
                .map(found -> found.<DocumentOnFile>map(object -> new DocumentOnFile.Found(sheet(section, object)))
                        .orElseGet(DocumentOnFile.Missing::new));
    }

    Reply<List<DocumentSheet>> find(Tenant tenant, Marker marker, LocalDate since) {
        Section section = section(tenant);
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(ODataFilter.all(List.of(
                        ODataFilter.notBefore("Date", since.atStartOfDay()),
                        ODataFilter.contains(section.text("marker"), marker.text()))));
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(object -> sheet(section, object))
                        .toList());
    }

    Reply<PaymentState> paymentState(Tenant tenant, OneCRef invoice) {
        Section payments = profiles.of(tenant).section("payments");
        List<String> paid = payments.texts("paid");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), payments.set())
                .filter(ODataFilter.equal(
                        payments.text("document"),
                        invoice.key(),
                        section(tenant).set()));
        return client.list(tenant, address)
                .map(states -> StreamSupport.stream(states.spliterator(), false)
                                .anyMatch(state -> paid.contains(
                                        state.path(payments.text("state")).asText()))
                        ? PaymentState.PAID_OR_PARTLY
                        : PaymentState.NOTHING_PAID);
    }

    /**
     * The web client's address of an object: the key's groups stand in 1C's own order, last group first, without hyphens.
     */
    String linkTo(Tenant tenant, OneCRef invoice) {
        String[] groups = invoice.key().toString().split("-");
        String reference = groups[3] + groups[4] + groups[2] + groups[1] + groups[0];
        return tenant.onec().address() + "/#e1cib/data/" + section(tenant).text("opens") + "?ref=" + reference;
    }

    private Reply<DocumentSheet> present(DocumentOnFile onFile) {
        return switch (onFile) {
            case DocumentOnFile.Found(DocumentSheet sheet) -> Reply.of(sheet);
            case DocumentOnFile.Missing() ->
                Reply.askPeople(new Problem.OneCSaysNo("счёт с нашим ключом и есть в базе, и не находится"));
        };
    }

    private Section section(Tenant tenant) {
        return profiles.of(tenant).section("invoice");
    }

    private static ODataAddress address(Tenant tenant, Section section, OneCRef invoice) {
        return ODataAddress.ofObject(tenant.onec().address(), section.set(), invoice.key());
    }

    private static Reply<DocumentSheet> filled(
            Section section, DocumentDraft draft, Function<ObjectNode, Reply<DocumentSheet>> next) {
        boolean untaxed = draft.lines().stream().allMatch(line -> line.vatRate().equals(VatRate.WITHOUT));
        Values values = new Values()
                .with("date", draft.date())
                .with("organization", draft.base().organization())
                .with("bankAccount", draft.base().bankAccount())
                .with("currency", draft.base().currency())
                .with("counterparty", draft.counterparty().key())
                .with("contract", draft.contract().key())
                .with("taxed", untaxed ? "untaxed" : "taxed")
                .with("total", draft.total())
                .with("marker", draft.marker().text());
        if (!(section.template().fill(values) instanceof Template.Filled.Ready(ObjectNode head))) {
            throw new IllegalStateException("an invoice's head has no text of others");
        }
        ArrayNode rows = head.putArray(section.inner("lines").text("part"));
        for (DocumentLine line : draft.lines()) {
            switch (section.inner("lines").template().fill(values(line))) {
                case Template.Filled.Ready(ObjectNode row) -> rows.add(row.put("LineNumber", rows.size() + 1));
                case Template.Filled.TooLong(var _, int limit) -> {
                    return Reply.askPeople(new Problem.NameTooLong(line.number(), line.content(), limit));
                }
            }
        }
        return next.apply(head);
    }

    private static Values values(DocumentLine line) {
        Values values = new Values()
                .with("content", line.content())
                .with("quantity", line.quantity().value())
                .with("price", line.price())
                .with("gross", line.gross())
                .with("vatRate", line.vatRate().key())
                .with("vat", line.vat());
        return switch (line.item()) {
            case ItemChoice.Linked(var item) -> values.with("item", item);
            case ItemChoice.Described() -> values;
        };
    }

    private static DocumentSheet sheet(Section section, JsonNode object) {
        Section lines = section.inner("lines");
        Template row = lines.template();
        var sheetLines = new ArrayList<DocumentSheet.Line>();
        for (JsonNode line : object.path(lines.text("part"))) {
            String rate = line.path(row.fieldOf("vatRate")).asText();
            sheetLines.add(new DocumentSheet.Line(
                    line.path(row.fieldOf("item")).asText(),
                    line.path(row.fieldOf("content")).asText().strip(),
                    line.path(row.fieldOf("quantity")).decimalValue(),
                    money(line, row.fieldOf("gross")),
                    money(line, row.fieldOf("vat")),
                    row.ours("vatRate", rate).orElse(rate)));
        }
        return new DocumentSheet(
                new OneCRef(OneCKind.INVOICE, BaseLookup.key(object, "Ref_Key")),
                object.path("Number").asText().strip(),
                LocalDateTime.parse(object.path("Date").asText()),
                state(object),
                money(object, section.template().fieldOf("total")),
                sheetLines);
    }

    private static DocumentSheet.State state(JsonNode object) {
        if (object.path("DeletionMark").asBoolean()) {
            return DocumentSheet.State.MARKED_FOR_DELETION;
        }
        return object.path("Posted").asBoolean() ? DocumentSheet.State.POSTED : DocumentSheet.State.UNPOSTED;
    }

    private static Money money(JsonNode object, String field) {
        return Money.nearest(object.path(field).decimalValue());
    }
}
