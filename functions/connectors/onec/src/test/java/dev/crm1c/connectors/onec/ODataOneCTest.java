package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
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
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.SaleProgress;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import dev.crm1c.simulators.onec.structure.Release;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against the stand-in that was built from the reference alone. */
@QuarkusTest
class ODataOneCTest {
    private static final String COUNTERPARTIES = "Catalog_Контрагенты";
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    private static final LegalIdentity WIND =
            new LegalIdentity.Organization(new Inn("5001000027"), new Kpp("502401001"));

    @Inject
    OneC oneC;

    private OneCSimulator base;
    private DemoBase seeded;

    private Tenant tenant(OneCSettings settings) {
        base = OneCSimulator.start(settings.withLogin(Surroundings.USER, Surroundings.PASSWORD));
        seeded = DemoBase.seed(base.accountant());
        base.resetCounters();
        return BaseTenants.at(base.address(), "demo/onec");
    }

    private Tenant tenant() {
        return tenant(OneCSettings.defaults());
    }

    @AfterEach
    void stopBase() {
        if (base != null) {
            base.close();
        }
    }

    private static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Got.class);
        return ((Reply.Got<T>) reply).value();
    }

    private static Outcome stopped(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Stopped.class);
        return ((Reply.Stopped<?>) reply).outcome();
    }

    private static ProposedKey proposed(OneCKind kind, String source) {
        return ProposedKey.of(DemoTenant.ID, new LinkKey(kind, source));
    }

    private static CounterpartyCard card(String name, String fullName) {
        return new CounterpartyCard(WIND, name, fullName, "1157800000027");
    }

    private Parties nobody(Tenant tenant) {
        return Parties.of(got(oneC.findBase(tenant)));
    }

    private DocumentDraft draft(Tenant tenant, DocumentLine... lines) {
        Parties seller = nobody(tenant);
        Parties buyer = seller.with(got(oneC.createCounterparty(
                tenant, seller, card("ООО Ветер", "ООО «Ветер»"), proposed(OneCKind.COUNTERPARTY, "w"))));
        OneCRef contract =
                got(oneC.createContract(tenant, buyer, LocalDate.of(2026, 11, 21), proposed(OneCKind.CONTRACT, "w")));
        return new DocumentDraft(
                OneCKind.INVOICE,
                Marker.of(DemoTenant.ID, new CrmRef(CrmKind.DEAL, "123")),
                LocalDateTime.of(2026, 11, 21, 13, 0, 5),
                buyer.with(contract),
                new Content.Lines(List.of(lines)));
    }

    private static OneCBase base(DocumentDraft draft) {
        return draft.parties().base();
    }

    private DocumentLine line(int number, String content, String quantity, long gross, VatRate rate) {
        return new DocumentLine(
                number,
                number == 1
                        ? new ItemChoice.Linked(seeded.items().firstEntry().getValue())
                        : new ItemChoice.Described(),
                content,
                new Quantity(new BigDecimal(quantity)),
                new Money(gross),
                new Money(gross),
                rate);
    }

    @Test
    @DisplayName("onec.md §2.1: the organization by ИНН and КПП, its bank account, the rouble by its code")
    void the_base_is_found() {
        Tenant tenant = tenant();

        OneCBase found = got(oneC.findBase(tenant));

        assertThat(found.organization()).isEqualTo(seeded.organization());
        assertThat(found.entry("currency").orElseThrow()).isEqualTo(seeded.currency());
        assertThat(base.one(
                                "Catalog_БанковскиеСчета",
                                found.entry("bankAccount").orElseThrow())
                        .path("НомерСчета")
                        .asText())
                .isEqualTo("40702810200000000001");
        assertThat(found.entry("country").orElseThrow()).isEqualTo(seeded.country());
        assertThat(base.requestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(RefKeyPolicy.class)
    @DisplayName("onec.md §1.6: the key is learnt from the answer; §2.1: a head office is its own head")
    void a_counterparty_is_made_whole(RefKeyPolicy policy) {
        Tenant tenant = tenant(OneCSettings.defaults().withRefKeyPolicy(policy));
        ProposedKey key = proposed(OneCKind.COUNTERPARTY, "w");

        OneCRef made =
                got(oneC.createCounterparty(tenant, nobody(tenant), card("ООО Ветер", "ООО «Северный ветер»"), key));

        assertThat(made.key().equals(key.uuid())).isEqualTo(policy == RefKeyPolicy.HONOURED);
        JsonNode stored = base.one(COUNTERPARTIES, made.key());
        assertThat(stored.path("ГоловнойКонтрагент_Key").asText())
                .isEqualTo(made.key().toString());
        assertThat(stored.path("СтранаРегистрации_Key").asText())
                .isEqualTo(seeded.country().toString());
        assertThat(stored.path("ЮридическоеФизическоеЛицо").asText()).isEqualTo("ЮридическоеЛицо");
        assertThat(stored.path("РегистрационныйНомер").asText()).isEqualTo("1157800000027");
        assertThat(got(oneC.findCounterparties(tenant, WIND))).containsExactly(new CounterpartyOnFile.Alone(made));
    }

    @Test
    @DisplayName("onec.md §2.0: a sole trader is a natural person with a mark")
    void a_sole_trader_is_made_as_one() {
        Tenant tenant = tenant();
        var trader = new LegalIdentity.SoleTrader(new Inn("771234567859"));

        OneCRef made = got(oneC.createCounterparty(
                tenant,
                nobody(tenant),
                new CounterpartyCard(trader, "ИП Иванов", "ИП Иванов И. И.", ""),
                proposed(OneCKind.COUNTERPARTY, "t")));

        JsonNode stored = base.one(COUNTERPARTIES, made.key());
        assertThat(stored.path("ЮридическоеФизическоеЛицо").asText()).isEqualTo("ФизическоеЛицо");
        assertThat(stored.path("ИндивидуальныйПредприниматель").asBoolean()).isTrue();
        assertThat(stored.path("КПП").asText()).isEmpty();
        assertThat(got(oneC.findCounterparties(tenant, trader))).containsExactly(new CounterpartyOnFile.Alone(made));
    }

    @Test
    @DisplayName(
            "onec.md §1.6: 1C cuts without a word, so a long name is cut by us on purpose and kept whole beside it")
    void long_and_dirty_names_are_tamed() {
        Tenant tenant = tenant();
        String name = "О".repeat(150) + "\u0002'\u0000";

        OneCRef made = got(oneC.createCounterparty(
                tenant, nobody(tenant), card(name, name), proposed(OneCKind.COUNTERPARTY, "l")));

        JsonNode stored = base.one(COUNTERPARTIES, made.key());
        assertThat(stored.path("Description").asText()).hasSize(100).endsWith("…");
        assertThat(stored.path("НаименованиеПолное").asText()).isEqualTo("О".repeat(150) + " '");
    }

    @Test
    @DisplayName("onec.md §1.7: error 15 means that an earlier try had made it")
    void a_taken_key_is_ours() {
        Tenant tenant = tenant(OneCSettings.defaults().withRefKeyPolicy(RefKeyPolicy.HONOURED));
        ProposedKey key = proposed(OneCKind.COUNTERPARTY, "w");
        OneCRef first = got(oneC.createCounterparty(tenant, nobody(tenant), card("ООО Ветер", "ООО Ветер"), key));

        assertThat(got(oneC.createCounterparty(tenant, nobody(tenant), card("ООО Ветер", "ООО Ветер"), key)))
                .isEqualTo(first);
        assertThat(base.all(COUNTERPARTIES)).hasSize(1);
    }

    @Test
    void marked_and_foreign_counterparties_and_closed_contracts_are_not_found() {
        Tenant tenant = tenant();
        UUID marked = base.accountant().counterparty("Ветер старый", "5001000027", "502401001");
        base.accountant().markForDeletion(COUNTERPARTIES, marked);
        UUID branch = base.accountant().counterparty("Ветер филиал", "5001000027", "773601001");
        UUID alive = base.accountant().counterparty("Ветер", "5001000027", "502401001");
        UUID closed = base.accountant().contract(alive, seeded.organization(), "Старый", seeded.currency());
        base.accountant().edit("Catalog_ДоговорыКонтрагентов", closed, "ДоговорЗакрыт", true);
        UUID open = base.accountant().contract(alive, seeded.organization(), "Новый", seeded.currency());
        base.accountant().contract(branch, seeded.organization(), "Чужой", seeded.currency());

        List<CounterpartyOnFile> counterparties = got(oneC.findCounterparties(tenant, WIND));

        assertThat(counterparties).extracting(found -> found.ref().key()).containsExactly(alive);
        assertThat(got(oneC.findContracts(
                        tenant, nobody(tenant).with(counterparties.getFirst().ref()))))
                .extracting(contract -> contract.ref().key())
                .containsExactly(open);
    }

    @Test
    @DisplayName("onec.md §1.1, §1.2: quotes doubled, spaces as %20, plus signs kept, key lists in chunks")
    void items_are_found_by_their_exact_names() {
        Tenant tenant = tenant();
        UUID odd = base.accountant()
                .item("Болт 'М6+' 50% & co #1", "B-1", seeded.units().get("796"));
        UUID one = base.accountant().item("Двойник", "D-1", seeded.units().get("796"));
        UUID other = base.accountant().item("Двойник", "D-2", seeded.units().get("796"));
        assertThat(one).isNotEqualTo(other);
        var names = new HashSet<>(Set.of("Болт 'М6+' 50% & co #1", "Двойник", "Стол письменный", "Нет такого"));
        for (int i = 0; i < 60; i++) {
            names.add("Очень длинное название несуществующего товара номер " + i);
        }

        Map<String, UUID> found = got(oneC.findItems(tenant, names));

        assertThat(found)
                .containsOnlyKeys("Болт 'М6+' 50% & co #1", "Стол письменный")
                .containsEntry("Болт 'М6+' 50% & co #1", odd);
        assertThat(base.requests())
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource(RefKeyPolicy.class)
    @DisplayName("onec.md §2.1: an invoice with everything that a form would have filled")
    void an_invoice_is_written_posted_and_read_back(RefKeyPolicy policy) {
        Tenant tenant = tenant(OneCSettings.defaults().withRefKeyPolicy(policy));
        DocumentDraft draft = draft(
                tenant,
                line(1, "Кресло\u0000 офисное", "10", 1_000_000, new VatRate.Percent(22)),
                line(2, "Доставка", "0.125", 12_345, VatRate.WITHOUT));

        DocumentSheet written = got(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "deal#123")));
        OneCRef posted = got(oneC.post(tenant, written.ref()));
        var onFile = got(oneC.read(tenant, base(draft), posted));

        assertThat(written.differencesFrom(draft)).isEmpty();
        assertThat(onFile).isInstanceOfSatisfying(DocumentOnFile.Found.class, found -> {
            assertThat(found.sheet().state()).isEqualTo(DocumentSheet.State.POSTED);
            assertThat(found.sheet().differencesFrom(draft)).isEmpty();
            assertThat(found.sheet().number()).isNotBlank().doesNotContain(" ");
            assertThat(found.sheet().facts().total()).isEqualTo(new Money(1_012_345));
        });
        JsonNode stored = base.one(INVOICES, posted.key());
        assertThat(stored.path("ВидОперации").asText()).isEqualTo("ТоварыИУслуги");
        assertThat(stored.path("СтруктурнаяЕдиница_Key").asText())
                .isEqualTo(base(draft).entry("bankAccount").orElseThrow().toString());
        assertThat(stored.path("ОрганизацияПолучатель_Key").asText())
                .isEqualTo(base(draft).organization().toString());
        assertThat(stored.path("КратностьВзаиморасчетов").asText()).isEqualTo("1");
        assertThat(stored.path("Date").asText()).isEqualTo("2026-11-21T13:00:05");
        JsonNode first = stored.path("Товары").path(0);
        assertThat(first.path("Номенклатура_Type").asText()).isEqualTo("StandardODATA.Catalog_Номенклатура");
        assertThat(first.path("Содержание").asText()).isEqualTo("Кресло офисное");
        assertThat(first.path("СтавкаНДС").asText()).isEqualTo("НДС22");
        assertThat(first.path("Количество").decimalValue()).isEqualByComparingTo("10");
        assertThat(stored.path("Товары").path(1).path("Номенклатура_Type").asText())
                .isEqualTo("StandardODATA.Undefined");
    }

    @Test
    @DisplayName("onec.md §2.0: a base without the rate stores nothing in its place, and the sheet shows it")
    void a_rate_that_the_base_does_not_have_shows_up_in_the_sheet() {
        Tenant tenant = tenant(OneCSettings.defaults().withRelease(Release.AS_DUMPED));
        DocumentDraft draft = draft(tenant, line(1, "Кресло", "1", 10_000, new VatRate.Percent(22)));

        DocumentSheet written = got(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "deal#123")));

        assertThat(written.differencesFrom(draft)).singleElement().isInstanceOf(Problem.LineDiffers.class);
    }

    @Test
    @DisplayName(
            "onec.md §2.0, §2.1: where the base was examined, a rate it lacks is not sent, and a field of an older release is written by its name there")
    void what_the_base_lacks_is_known_before_sending() {
        Tenant tenant = tenant(OneCSettings.defaults()
                .withRelease(Release.AS_DUMPED)
                .withSingleReference(INVOICES + "_Товары", "Номенклатура", "Catalog_Номенклатура"));
        DocumentDraft blind = draft(tenant, line(1, "Кресло", "1", 10_000, new VatRate.Percent(22)));
        var lacks = Set.of("СтавкиНДС/НДС22", INVOICES + "/Товары/Номенклатура");
        var parties = new Parties(
                new OneCBase(base(blind).found(), lacks), blind.parties().refs());

        assertThat(stopped(oneC.create(tenant, with(parties, blind), proposed(OneCKind.INVOICE, "deal#123"))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.ValueNotInBase(INVOICES + "/Товары", "НДС22")));
        assertThat(base.all(INVOICES)).isEmpty();

        DocumentDraft twenty = draft(tenant, line(1, "Кресло", "1", 10_000, new VatRate.Percent(20)));
        OneCRef made = got(oneC.create(tenant, with(parties, twenty), proposed(OneCKind.INVOICE, "deal#124")))
                .ref();
        assertThat(base.one(INVOICES, made.key())
                        .path("Товары")
                        .path(0)
                        .path("Номенклатура_Key")
                        .asText())
                .isEqualTo(seeded.items().firstEntry().getValue().toString());
    }

    private static DocumentDraft with(Parties parties, DocumentDraft draft) {
        return new DocumentDraft(draft.kind(), draft.marker(), draft.date(), parties, draft.content());
    }

    @Test
    @DisplayName("onec.md §6: the marker is found inside the comment, within a window of dates, among the living")
    void an_invoice_is_found_by_its_marker() {
        Tenant tenant = tenant();
        DocumentDraft draft = draft(tenant, line(1, "Кресло", "1", 10_000, new VatRate.Percent(22)));
        DocumentSheet written = got(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "deal#123")));

        assertThat(got(oneC.findDocuments(tenant, OneCKind.INVOICE, draft.marker(), LocalDate.of(2026, 11, 20))))
                .containsExactly(written.ref());
        assertThat(got(oneC.findDocuments(tenant, OneCKind.INVOICE, draft.marker(), LocalDate.of(2026, 11, 22))))
                .isEmpty();
        base.accountant().markForDeletion(INVOICES, written.ref().key());
        assertThat(got(oneC.findDocuments(tenant, OneCKind.INVOICE, draft.marker(), LocalDate.of(2026, 11, 20))))
                .isEmpty();
    }

    @Test
    @DisplayName("onec.md §1.6: PATCH replaces the whole tabular part")
    void a_changed_invoice_has_the_new_lines_only() {
        Tenant tenant = tenant();
        DocumentDraft draft = draft(
                tenant,
                line(1, "Кресло", "1", 10_000, new VatRate.Percent(22)),
                line(2, "Доставка", "1", 500, VatRate.WITHOUT));
        DocumentSheet written = got(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "deal#123")));
        var fewer = new DocumentDraft(
                draft.kind(),
                draft.marker(),
                draft.date(),
                draft.parties(),
                new Content.Lines(List.of(line(1, "Кресло", "2", 20_000, new VatRate.Percent(22)))));

        DocumentSheet changed = got(oneC.change(tenant, written.ref(), fewer));

        assertThat(changed.differencesFrom(fewer)).isEmpty();
        assertThat(changed.number()).isEqualTo(written.number());
    }

    @Test
    @DisplayName("onec.md §2.1: the payment state lies in InformationRegister_СтатусыДокументов")
    void money_against_an_invoice_is_seen() {
        Tenant tenant = tenant();
        DocumentDraft draft = draft(tenant, line(1, "Кресло", "1", 10_000, new VatRate.Percent(22)));
        OneCRef invoice = got(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "deal#123")))
                .ref();
        got(oneC.post(tenant, invoice));

        assertThat(got(oneC.progress(tenant, invoice))).isEqualTo(SaleProgress.NOTHING_YET);
        base.accountant().pay(invoice.key(), new BigDecimal("40.00"));
        assertThat(got(oneC.progress(tenant, invoice)).paid()).isEqualTo(SaleProgress.Portion.PART);
    }

    @Test
    void an_invoice_that_is_gone_is_missing() {
        Tenant tenant = tenant();
        assertThat(got(oneC.read(tenant, got(oneC.findBase(tenant)), new OneCRef(OneCKind.INVOICE, new UUID(4, 4)))))
                .isEqualTo(new DocumentOnFile.Missing());
    }

    @Test
    void a_content_that_1c_would_cut_goes_to_people() {
        Tenant tenant = tenant();
        DocumentDraft draft = draft(tenant, line(1, "я".repeat(1001), "1", 10_000, new VatRate.Percent(22)));

        assertThat(stopped(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "deal#123"))))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems()).singleElement().isInstanceOf(Problem.NameTooLong.class));
        assertThat(base.all(INVOICES)).isEmpty();
    }

    @Test
    void a_missing_organization_and_a_missing_account_are_named() {
        Tenant tenant = tenant();
        OneCBase found = got(oneC.findBase(tenant));
        base.accountant()
                .edit(
                        "Catalog_Организации",
                        seeded.organization(),
                        "ОсновнойБанковскийСчет_Key",
                        Template.NO_REFERENCE.toString());
        assertThat(got(oneC.findBase(tenant))).as("its only account is the one").isEqualTo(found);

        base.accountant()
                .markForDeletion(
                        "Catalog_БанковскиеСчета", found.entry("bankAccount").orElseThrow());
        assertThat(stopped(oneC.findBase(tenant)))
                .isEqualTo(new Outcome.NeedsPeople(
                        new Problem.OrganizationHasNoBankAccount(tenant.onec().organization())));

        base.accountant().markForDeletion("Catalog_Организации", seeded.organization());
        assertThat(stopped(oneC.findBase(tenant)))
                .isEqualTo(new Outcome.NeedsPeople(
                        new Problem.OrganizationNotFound(tenant.onec().organization())));
    }

    @Test
    void people_open_an_invoice_by_a_link_of_the_web_client() {
        Tenant tenant = BaseTenants.at(URI.create("https://1c.example/base"), "demo/onec");
        var invoice = new OneCRef(OneCKind.INVOICE, UUID.fromString("6a7c2bf2-2c7f-11e0-a8ed-00301b6c0a02"));

        assertThat(oneC.linkTo(tenant, invoice))
                .isEqualTo(
                        "https://1c.example/base/#e1cib/data/Документ.СчетНаОплатуПокупателю?ref=a8ed00301b6c0a0211e02c7f6a7c2bf2");
    }
}
