package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Payment;
import dev.crm1c.model.onec.Payment.Way;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Payments of a sale: rows of breakdowns that name it, then the documents these rows belong to. Управление торговлей has something in between,
 * the object of settlements that it keeps for the order. Source: reference "onec", 2.1 and 2.2.
 */
@ApplicationScoped
class PaymentBook {
    private final ODataClient client;
    private final ProfileShelf profiles;

    PaymentBook(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<List<Payment>> of(Tenant tenant, OneCBase base, OneCRef sale) {
        Section payments = profiles.of(tenant).section("books").inner("payments");
        return payments.shownBy(base, "documents")
                .then(documents -> named(tenant, payments, sale)
                        .then(named -> by(tenant, base, documents, named))
                        .map(found -> found.stream()
                                .sorted(Comparator.comparing(Payment::date))
                                .toList()));
    }

    private Reply<List<Payment>> by(Tenant tenant, OneCBase base, List<Section> documents, List<UUID> named) {
        Reply<List<Payment>> all = Reply.of(List.of());
        for (Section document : documents) {
            all = all.then(before -> by(tenant, base, document, named)
                    .map(more -> Stream.concat(before.stream(), more.stream()).toList()));
        }
        return all;
    }

    /** What rows of breakdowns name: the sale itself, or its objects of settlements. */
    private Reply<List<UUID>> named(Tenant tenant, Section payments, OneCRef sale) {
        if (!payments.has("objects")) {
            return Reply.of(List.of(sale.key()));
        }
        Section objects = payments.besides("objects");
        String set = profiles.of(tenant).section(sale.kind()).set();
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), objects.set())
                .filter(ODataFilter.equal(objects.text("sale"), sale.key(), set))
                .select(objects.selecting());
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(object -> Field.of(object, "Ref_Key").key())
                        .toList());
    }

    private Reply<List<Payment>> by(Tenant tenant, OneCBase base, Section document, List<UUID> named) {
        Section breakdown = document.inner("breakdown");
        ODataAddress rows = ODataAddress.ofSet(tenant.onec().address(), document.set() + "_" + breakdown.text("part"))
                .select(List.of("Ref_Key", "LineNumber", breakdown.text("sum")));
        return client.listAll(
                        tenant, Chunks.requests(rows, named, key -> ODataFilter.equal(breakdown.text("names"), key)))
                .map(found -> allotted(found, breakdown))
                .then(allotted -> heads(tenant, document, allotted)
                        .map(heads -> StreamSupport.stream(heads.spliterator(), false)
                                .filter(head -> counts(head, document, base))
                                .map(head -> payment(head, document, allotted))
                                .toList()));
    }

    private static Map<UUID, Money> allotted(JsonNode rows, Section breakdown) {
        var sums = new LinkedHashMap<UUID, Money>();
        rows.forEach(row -> sums.merge(Field.of(row, "Ref_Key").key(), money(row, breakdown.text("sum")), Money::plus));
        return sums;
    }

    private Reply<JsonNode> heads(Tenant tenant, Section document, Map<UUID, Money> allotted) {
        ODataAddress heads = ODataAddress.ofSet(tenant.onec().address(), document.set())
                .select(document.selecting(
                        "Number", "Date", "Posted", document.text("total"), document.text("currency")));
        return client.listAll(
                tenant, Chunks.requests(heads, allotted.keySet(), key -> ODataFilter.equal("Ref_Key", key)));
    }

    /** Money has come when the document is posted, and is told of in the base's own currency only. */
    private static boolean counts(JsonNode head, Section document, OneCBase base) {
        return Field.of(head, "Posted").flag()
                && !Field.of(head, "DeletionMark").flag()
                && base.isOwnCurrency(Field.of(head, document.text("currency")).key());
    }

    private static Payment payment(JsonNode head, Section document, Map<UUID, Money> allotted) {
        UUID key = Field.of(head, "Ref_Key").key();
        return new Payment(
                key,
                Way.valueOf(document.text("way").toUpperCase(Locale.ROOT)),
                Field.of(head, "Number").text(),
                Field.of(head, "Date").moment().orElse(Field.NO_DATE),
                money(head, document.text("total")),
                allotted.get(key));
    }

    private static Money money(JsonNode object, String field) {
        return Money.nearest(Field.of(object, field).number());
    }
}
