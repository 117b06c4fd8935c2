package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Управление торговлей 11 and ERP 2: partners above counterparties, orders below invoices, rates that are a dictionary. */
@QuarkusTest
@DisplayName("onec.md §2.2")
class TradeTest {
    private static final String ORDERS = "Document_ЗаказКлиента";
    private static final String INVOICES = "Document_СчетНаОплатуКлиенту";
    private static final CounterpartyCard CARD = Wind.card();

    @Inject
    OneC oneC;

    private OneCSimulator base;
    private DemoBase seeded;

    private Tenant tenant(OneCSettings settings, Tailoring tailoring) {
        base = OneCSimulator.start(settings.withLogin(Surroundings.USER, Surroundings.PASSWORD));
        seeded = DemoBase.seed(base.accountant());
        base.resetCounters();
        return BaseTenants.at(base.address(), settings.configuration().name(), "demo/onec", tailoring);
    }

    private Tenant tenant() {
        return tenant(OneCSettings.of("trade-11"), Tailoring.NONE);
    }

    @AfterEach
    void stopBase() {
        base.close();
    }

    private static List<Problem> problems(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Stopped.class);
        assertThat(((Reply.Stopped<?>) reply).outcome()).isInstanceOf(Outcome.NeedsPeople.class);
        return ((Outcome.NeedsPeople) ((Reply.Stopped<?>) reply).outcome()).problems();
    }

    private static ProposedKey proposed(OneCKind kind) {
        return ProposedKey.of(DemoTenant.ID, new LinkKey(kind, "w"));
    }

    private Parties parties(Tenant tenant) {
        Parties seller = Parties.of(got(oneC.findBase(tenant)));
        Parties withPartner =
                seller.with(got(oneC.createPartner(tenant, seller.base(), CARD, proposed(OneCKind.PARTNER))));
        Parties buyer = withPartner.with(
                got(oneC.createCounterparty(tenant, withPartner, CARD, Wind.ITSELF, proposed(OneCKind.COUNTERPARTY))));
        return buyer.with(got(oneC.createContract(
                tenant, buyer, Wind.OWN, Wind.terms(LocalDate.of(2026, 11, 21)), proposed(OneCKind.CONTRACT))));
    }

    private DocumentDraft order(Parties parties, DocumentLine... lines) {
        return new DocumentDraft(
                OneCKind.ORDER,
                Marker.of(DemoTenant.ID, new CrmRef(CrmKind.DEAL, "123")),
                LocalDateTime.of(2026, 11, 21, 13, 0, 5),
                parties,
                new Content.Lines(List.of(lines)));
    }

    private DocumentLine line(int number, String quantity, long gross, VatRate rate) {
        UUID item = seeded.items().values().stream().toList().get(number);
        return new DocumentLine(
                number,
                new ItemChoice.Linked(item),
                "Товар " + number,
                new Quantity(new BigDecimal(quantity)),
                new Money(gross),
                new Money(gross),
                rate);
    }

    @ParameterizedTest
    @CsvSource({"trade-11, HONOURED", "trade-11, IGNORED", "erp-2, HONOURED", "erp-2, IGNORED"})
    @DisplayName("an order with everything that a form would have filled, and an invoice over it")
    void order_and_invoice(String configuration, RefKeyPolicy policy) {
        Tenant tenant = tenant(OneCSettings.of(configuration).withRefKeyPolicy(policy), Tailoring.NONE);
        Parties parties = parties(tenant);
        DocumentDraft draft = order(
                parties,
                line(1, "10", 1_000_000, new VatRate.Percent(22)),
                line(2, "0.125", 12_345, VatRate.WITHOUT),
                line(3, "1", 10_000, new VatRate.Percent(0)));

        DocumentSheet order = got(oneC.create(tenant, draft, proposed(OneCKind.ORDER)));
        assertThat(order.differencesFrom(draft)).isEmpty();
        got(oneC.post(tenant, parties.base(), order));
        var invoiceDraft = new DocumentDraft(
                OneCKind.INVOICE,
                draft.marker(),
                draft.date(),
                parties.with(order.ref()),
                new Content.Over(order.ref(), order.total()));
        DocumentSheet invoice = got(oneC.create(tenant, invoiceDraft, proposed(OneCKind.INVOICE)));
        got(oneC.post(tenant, parties.base(), invoice));

        assertThat(invoice.differencesFrom(invoiceDraft)).isEmpty();
        assertThat(got(oneC.read(tenant, parties.base(), order.ref())))
                .isInstanceOfSatisfying(
                        DocumentOnFile.Found.class,
                        found ->
                                assertThat(found.sheet().differencesFrom(draft)).isEmpty());
        JsonNode stored = base.one(ORDERS, order.ref().key());
        assertThat(stored.path("НомерПоДаннымКлиента").asText())
                .isEqualTo(draft.marker().number())
                .hasSizeLessThanOrEqualTo(30);
        assertThat(stored.path("Товары").path(1).path("КодСтроки").asText()).isEqualTo("2");
        assertThat(stored.path("ЭтапыГрафикаОплаты")
                        .path(0)
                        .path("СуммаПлатежа")
                        .decimalValue())
                .isEqualByComparingTo("10223.45");
        JsonNode bill = base.one(INVOICES, invoice.ref().key());
        assertThat(bill.path("ДокументОснование_Type").asText()).isEqualTo("StandardODATA." + ORDERS);
        assertThat(bill.path("ДокументОснование").asText())
                .isEqualTo(order.ref().key().toString());
        assertThat(oneC.linkTo(tenant, order.ref())).contains("Документ.ЗаказКлиента?ref=");
    }

    @Test
    @DisplayName(
            "a partner whose answer was lost is found by our mark, whatever key it got; a counterparty brings its partner along")
    void partners() {
        Tenant tenant = tenant();
        var seller = got(oneC.findBase(tenant));

        OneCRef partner = got(oneC.createPartner(tenant, seller, CARD, proposed(OneCKind.PARTNER)));
        assertThat(got(oneC.findPartner(tenant, proposed(OneCKind.PARTNER)))).contains(partner);
        assertThat(got(oneC.findPartner(tenant, proposed(OneCKind.ORDER)))).isEmpty();

        OneCRef counterparty = got(oneC.createCounterparty(
                tenant, Parties.of(seller).with(partner), CARD, Wind.ITSELF, proposed(OneCKind.COUNTERPARTY)));
        assertThat(got(oneC.findCounterparties(tenant, Wind.IDENTITY)).same())
                .containsExactly(new CounterpartyOnFile.OfPartner(counterparty, partner));
        JsonNode stored = base.one("Catalog_Контрагенты", counterparty.key());
        assertThat(stored.path("ЮрФизЛицо").asText()).isEqualTo("ЮрЛицо");
        assertThat(stored.path("ЮридическоеФизическоеЛицо").asText()).isEqualTo("ЮридическоеЛицо");
    }

    @Test
    @DisplayName("an order is found by the number in its own field, and deal 12 is not deal 123")
    void an_order_is_found_by_our_number() {
        Tenant tenant = tenant();
        DocumentDraft draft = order(parties(tenant), line(1, "1", 10_000, new VatRate.Percent(22)));
        DocumentSheet order = got(oneC.create(tenant, draft, proposed(OneCKind.ORDER)));

        assertThat(got(oneC.findDocuments(tenant, OneCKind.ORDER, draft.marker(), LocalDate.of(2026, 11, 20))))
                .containsExactly(order.ref());
        assertThat(got(oneC.findDocuments(
                        tenant,
                        OneCKind.ORDER,
                        Marker.of(DemoTenant.ID, new CrmRef(CrmKind.DEAL, "12")),
                        LocalDate.of(2026, 11, 20))))
                .isEmpty();
    }

    @Test
    @DisplayName("of several warehouses the tenant says which; a name that nothing has is named back")
    void a_choice_among_several() {
        Tenant tenant = tenant();
        UUID second = base.accountant().warehouse("Дальний");

        assertThat(problems(oneC.findBase(tenant)))
                .containsExactly(new Problem.EntryNotChosen("Склады", "onec.use.warehouse"));
        assertThat(got(oneC.findBase(choosing("Дальний"))).entry("warehouse")).contains(second);
        assertThat(problems(oneC.findBase(choosing("Третий"))))
                .containsExactly(new Problem.DictionaryEntryMissing("Склады", "Третий"));
    }

    private Tenant choosing(String warehouse) {
        return BaseTenants.at(
                base.address(), "trade-11", "demo/onec", new Tailoring(Map.of("warehouse", warehouse), "{}"));
    }

    @Test
    @DisplayName("what a form would insist on and OData would swallow is refused before it is sent")
    void nothing_is_sent_with_a_hole_in_it() {
        Tenant careless = tenant(
                OneCSettings.of("trade-11"),
                new Tailoring(Map.of(), "{\"order\":{\"fields\":{\"Соглашение_Key\":null}}}"));
        Parties parties = parties(careless);
        DocumentLine good = line(1, "1", 10_000, new VatRate.Percent(22));
        var described = new DocumentLine(
                1,
                new ItemChoice.Described(),
                "Словами",
                new Quantity(BigDecimal.ONE),
                new Money(100),
                new Money(100),
                VatRate.WITHOUT);
        base.resetCounters();

        assertThat(problems(oneC.create(careless, order(parties, good), proposed(OneCKind.ORDER))))
                .containsExactly(new Problem.RequiredFieldEmpty(ORDERS, "Соглашение_Key"));
        Tenant untaxing = BaseTenants.at(
                base.address(),
                "trade-11",
                "demo/onec",
                new Tailoring(Map.of(), "{\"order\":{\"lines\":{\"Товары\":{\"fields\":{\"СуммаНДС\":null}}}}}"));
        assertThat(problems(oneC.create(untaxing, order(parties, good), proposed(OneCKind.ORDER))))
                .containsExactly(new Problem.RequiredFieldEmpty(ORDERS + "/Товары", "vat"));
        Tenant careful = BaseTenants.at(base.address(), "trade-11", "demo/onec", Tailoring.NONE);
        assertThat(problems(oneC.create(careful, order(parties, described), proposed(OneCKind.ORDER))))
                .containsExactly(new Problem.ItemNotFound(1, "Словами"));
        assertThat(base.requestCount()).isZero();
    }

    @Test
    @DisplayName("a rate that the dictionary lacks is asked for by name, not written as nothing")
    void a_missing_rate() {
        Tenant tenant = tenant();
        Parties parties = parties(tenant);
        DocumentDraft draft = order(parties, line(1, "1", 10_000, new VatRate.Percent(18)));
        String eighteen = parties.base().entry("vatRate.18").map(UUID::toString).orElse("");

        if (!eighteen.isEmpty()) {
            base.accountant().markForDeletion("Catalog_СтавкиНДС", UUID.fromString(eighteen));
        }
        Parties fresh = new Parties(got(oneC.findBase(tenant)), parties.refs());

        assertThat(problems(oneC.create(
                        tenant,
                        new DocumentDraft(draft.kind(), draft.marker(), draft.date(), fresh, draft.content()),
                        proposed(OneCKind.ORDER))))
                .containsExactly(new Problem.ValueNotInBase(ORDERS + "/Товары", "18"));
    }
}
