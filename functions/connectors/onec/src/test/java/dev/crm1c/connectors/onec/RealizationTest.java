package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import dev.crm1c.simulators.onec.faults.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a sale: realizations, acts of work done, tax invoices. */
@QuarkusTest
@DisplayName("onec.md §2.1, §2.2: realizations, acts, tax invoices")
class RealizationTest extends InASellingBase {
    private static final String REALIZATIONS = "Document_РеализацияТоваровУслуг";
    private static final Outcome LOOK_FIRST =
            new Outcome.Later(Surroundings.NOW.plus(Duration.ofMinutes(2)), Delay.WRITE_OUTCOME_UNKNOWN);

    private static DocumentDraft draft(OneCKind kind, Parties parties, Content content) {
        return draft(kind, "123", parties, content);
    }

    private static ProposedKey proposed(OneCKind kind) {
        return proposed(kind, "123");
    }

    private DocumentLine line(int number, String article, long gross) {
        return line(number, article, 1, gross);
    }

    private DocumentSheet posted(Tenant tenant, DocumentDraft draft) {
        DocumentSheet made = got(oneC.create(tenant, draft, proposed(draft.kind())));
        assertThat(made.differencesFrom(draft)).isEmpty();
        got(oneC.post(tenant, draft.parties().base(), made));
        return made;
    }

    private DocumentSheet reread(Tenant tenant, Parties parties, OneCRef ref) {
        DocumentOnFile onFile = got(oneC.read(tenant, parties.base(), ref));
        assertThat(onFile).isInstanceOf(DocumentOnFile.Found.class);
        return ((DocumentOnFile.Found) onFile).sheet();
    }

    @ParameterizedTest
    @CsvSource({"HONOURED", "IGNORED"})
    @DisplayName(
            "§2.1: goods and services of one deal stand in two parts, with the accounts a form would have filled in; posted, they are in the books")
    void accounting(RefKeyPolicy policy) {
        Tenant tenant =
                tenant(OneCSettings.defaults().withRefKeyPolicy(policy), EnumSet.allOf(OneCKind.class), Tailoring.NONE);
        Parties parties = parties(tenant);
        DocumentDraft draft = draft(
                OneCKind.REALIZATION,
                parties,
                lines(
                        line(1, "US-101", 10_000),
                        line(2, "KR-001", 122_000),
                        line(3, new ItemChoice.Described(), 1, 500)));

        DocumentSheet realization = posted(tenant, draft);

        JsonNode stored = base.one(REALIZATIONS, realization.ref().key());
        assertThat(stored.path("ВидОперации").asText()).isEqualTo("ПродажаКомиссия");
        assertThat(stored.path("Товары")).hasSize(1);
        assertThat(stored.path("Услуги")).hasSize(2);
        JsonNode goods = stored.path("Товары").path(0);
        assertThat(goods.path("Номенклатура_Key").asText())
                .isEqualTo(seeded.items().get("KR-001").toString());
        assertThat(goods.path("СчетУчета_Key").asText())
                .isEqualTo(seeded.terms().accounts().get("41.01").toString());
        assertThat(goods.path("Субконто_Type").asText()).isEqualTo("StandardODATA.Catalog_НоменклатурныеГруппы");
        assertThat(stored.path("Услуги").path(1).path("LineNumber").asText()).isEqualTo("2");
        assertThat(stored.path("Услуги").path(1).path("Содержание").asText()).isEqualTo("Строка 3");
        assertThat(base.all("AccountingRegister_Хозрасчетный_RecordType").stream()
                        .filter(entry -> entry.path("Recorder")
                                .asText()
                                .equals(realization.ref().key().toString()))
                        .filter(entry -> entry.path("AccountDr_Key")
                                .asText()
                                .equals(seeded.terms().accounts().get("62.01").toString()))
                        .map(entry -> entry.path("Сумма").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1325.00");
        assertThat(reread(tenant, parties, realization.ref()).differencesFrom(draft))
                .isEmpty();
    }

    @Test
    @DisplayName("§2.1: a tax invoice over a realization shows its sum and its tax; both are found by our mark")
    void taxInvoiceOfAccounting() {
        Tenant tenant = seller("accounting-3");
        Parties parties = parties(tenant);
        DocumentSheet realization =
                posted(tenant, draft(OneCKind.REALIZATION, parties, lines(line(1, "KR-001", 122_000))));
        DocumentDraft over = draft(
                OneCKind.TAX_INVOICE,
                parties.with(realization.ref()),
                new Content.Over(realization.ref(), realization.total()));

        DocumentSheet taxInvoice = posted(tenant, over);

        JsonNode stored =
                base.one("Document_СчетФактураВыданный", taxInvoice.ref().key());
        assertThat(stored.path("СуммаНДСДокумента").decimalValue()).isEqualByComparingTo("220");
        assertThat(stored.path("ДокументОснование_Type").asText()).isEqualTo("StandardODATA." + REALIZATIONS);
        assertThat(stored.path("ДокументыОснования")
                        .path(0)
                        .path("ДокументОснование")
                        .asText())
                .isEqualTo(realization.ref().key().toString());
        assertThat(got(oneC.findDocuments(tenant, OneCKind.TAX_INVOICE, over.marker(), LocalDate.of(2026, 11, 20))))
                .containsExactly(taxInvoice.ref());
        assertThat(oneC.linkTo(tenant, taxInvoice.ref())).contains("Документ.СчетФактураВыданный?ref=");
    }

    @Test
    @DisplayName("§2.1: services alone need no warehouse, goods do; an item's own group goes before the base's")
    void servicesAlone() {
        Tenant tenant = seller("accounting-3");
        base.accountant().markForDeletion("Catalog_Склады", seeded.terms().warehouse());
        UUID group = base.accountant().create("Catalog_НоменклатурныеГруппы", Map.of("Description", "Доставки"));
        base.accountant().edit("Catalog_Номенклатура", seeded.items().get("US-101"), "НоменклатурнаяГруппа_Key", group);
        Parties parties = parties(tenant);

        DocumentSheet services = posted(tenant, draft(OneCKind.REALIZATION, parties, lines(line(1, "US-101", 10_000))));

        JsonNode stored = base.one(REALIZATIONS, services.ref().key());
        assertThat(stored.path("ВидОперации").asText()).isEqualTo("Услуги");
        assertThat(stored.path("Услуги").path(0).path("Субконто").asText()).isEqualTo(group.toString());
        DocumentDraft goods = draft(OneCKind.REALIZATION, parties, lines(line(1, "KR-001", 10_000)));
        assertThat(stopped(oneC.create(tenant, goods, proposed(OneCKind.REALIZATION))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.RequiredFieldEmpty(REALIZATIONS, "Склад_Key")));
    }

    @Test
    @DisplayName(
            "a change that turns goods into services leaves no goods behind, and no services when it is taken back")
    void changed() {
        Tenant tenant = seller("accounting-3");
        Parties parties = parties(tenant);
        DocumentDraft goods = draft(OneCKind.REALIZATION, parties, lines(line(1, "KR-001", 10_000)));
        DocumentSheet before = got(oneC.create(tenant, goods, proposed(OneCKind.REALIZATION)));
        DocumentDraft services = draft(OneCKind.REALIZATION, parties, lines(line(1, "US-101", 10_000)));

        assertThat(got(oneC.change(tenant, before.ref(), services)).differencesFrom(services))
                .isEmpty();
        assertThat(base.one(REALIZATIONS, before.ref().key()).path("Товары")).isEmpty();
        assertThat(got(oneC.change(tenant, before.ref(), goods)).differencesFrom(goods))
                .isEmpty();
        assertThat(base.one(REALIZATIONS, before.ref().key()).path("Услуги")).isEmpty();
    }

    @Test
    @DisplayName(
            "accounts are looked for where a scenario makes realizations, and an account that the chart lacks is named")
    void accountsOnlyForRealizations() {
        Tenant invoicesOnly =
                tenant(OneCSettings.defaults(), Set.of(OneCKind.COUNTERPARTY, OneCKind.INVOICE), Tailoring.NONE);
        assertThat(got(oneC.findBase(invoicesOnly)).found()).doesNotContainKeys("account.debts", "itemGroup");

        base.close();
        Tenant tenant = tenant(
                OneCSettings.defaults(),
                EnumSet.allOf(OneCKind.class),
                new Tailoring(Map.of(), "{\"base\":{\"account\":{\"values\":{\"debts\":\"62.99\"}}}}"));
        Parties parties = parties(tenant);
        DocumentDraft draft = draft(OneCKind.REALIZATION, parties, lines(line(1, "KR-001", 10_000)));

        assertThat(parties.base().found()).containsKeys("account.advances", "itemGroup");
        assertThat(stopped(oneC.create(tenant, draft, proposed(OneCKind.REALIZATION))))
                .isEqualTo(new Outcome.NeedsPeople(
                        new Problem.RequiredFieldEmpty(REALIZATIONS, "СчетУчетаРасчетовСКонтрагентом_Key")));
    }

    @Test
    @DisplayName("§1.3: where a release knows one type of basis only, the field has its other name and is not missed")
    void oneTypeOfBasis() {
        Tenant tenant = seller("accounting-3");
        Parties known = parties(tenant);
        var older = new Parties(
                new OneCBase(known.base().found(), Set.of("Document_СчетФактураВыданный/ДокументОснование")),
                known.refs());
        DocumentSheet realization =
                posted(tenant, draft(OneCKind.REALIZATION, older, lines(line(1, "KR-001", 122_000))));
        DocumentDraft over =
                draft(OneCKind.TAX_INVOICE, older, new Content.Over(realization.ref(), realization.total()));

        assertThat(got(oneC.create(tenant, over, proposed(OneCKind.TAX_INVOICE)))
                        .total())
                .isEqualTo(new Money(122_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11", "erp-2"})
    @DisplayName(
            "§2.2: over an order go a realization of what it sells and a tax invoice, whose sum is that of the realization")
    void trade(String configuration) {
        Tenant tenant = seller(configuration);
        Parties parties = parties(tenant);
        Content sold = lines(line(1, "KR-001", 122_000), line(2, "US-101", 10_000));
        DocumentSheet order = posted(tenant, draft(OneCKind.ORDER, parties, sold));
        DocumentDraft draft = draft(OneCKind.REALIZATION, parties.with(order.ref()), sold);

        DocumentSheet realization = posted(tenant, draft);

        JsonNode stored = base.one(REALIZATIONS, realization.ref().key());
        assertThat(stored.path("ЗаказКлиента").asText())
                .isEqualTo(order.ref().key().toString());
        assertThat(stored.path("Товары").path(1).path("КодСтроки").asText()).isEqualTo("2");
        assertThat(reread(tenant, parties, realization.ref()).differencesFrom(draft))
                .isEmpty();
        DocumentDraft over = draft(
                OneCKind.TAX_INVOICE,
                parties.with(realization.ref()),
                new Content.Over(realization.ref(), realization.total()));
        DocumentSheet taxInvoice = posted(tenant, over);
        assertThat(taxInvoice.total()).isEqualTo(new Money(132_000));
        assertThat(reread(tenant, parties, taxInvoice.ref()).differencesFrom(over))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11", "erp-2"})
    @DisplayName(
            "§2.2: an act holds work and services, and a tax invoice may be written over it; goods are refused by their line")
    void act(String configuration) {
        Tenant tenant = seller(configuration);
        Parties parties = parties(tenant);
        DocumentSheet order = posted(tenant, draft(OneCKind.ORDER, parties, lines(line(1, "US-102", 24_400))));
        Parties ordered = parties.with(order.ref());
        DocumentDraft draft = draft(OneCKind.ACT, ordered, lines(line(1, "US-102", 24_400)));

        DocumentSheet act = posted(tenant, draft);

        assertThat(reread(tenant, parties, act.ref()).differencesFrom(draft)).isEmpty();
        DocumentSheet taxInvoice = posted(
                tenant, draft(OneCKind.TAX_INVOICE, ordered.with(act.ref()), new Content.Over(act.ref(), act.total())));
        assertThat(base.one("Document_СчетФактураВыданный", taxInvoice.ref().key())
                        .path("ДокументОснование_Type")
                        .asText())
                .isEqualTo("StandardODATA.Document_АктВыполненныхРабот");
        DocumentDraft goods = draft(OneCKind.ACT, ordered, lines(line(1, "KR-001", 10_000)));
        assertThat(stopped(oneC.create(tenant, goods, proposed(OneCKind.ACT))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.GoodsNotForDocument(1, "Строка 1", OneCKind.ACT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11", "erp-2"})
    @DisplayName(
            "§2.2: a tax invoice that was made is not taken for one that was not, when the sum of its basis could not be read")
    void madeAndNotReadBack(String configuration) {
        Tenant tenant = tenant(
                OneCSettings.of(configuration).withRefKeyPolicy(RefKeyPolicy.IGNORED),
                EnumSet.allOf(OneCKind.class),
                Tailoring.NONE);
        Parties parties = parties(tenant);
        Content sold = lines(line(1, "KR-001", 122_000));
        Parties ordered = parties.with(
                posted(tenant, draft(OneCKind.ORDER, parties, sold)).ref());
        DocumentSheet realization = posted(tenant, draft(OneCKind.REALIZATION, ordered, sold));
        DocumentDraft over = draft(
                OneCKind.TAX_INVOICE,
                ordered.with(realization.ref()),
                new Content.Over(realization.ref(), realization.total()));
        base.faults().on("GET", REALIZATIONS).next(1, Fault.noSession());

        assertThat(stopped(oneC.create(tenant, over, proposed(OneCKind.TAX_INVOICE))))
                .isEqualTo(LOOK_FIRST);

        OneCRef made = got(oneC.findDocuments(tenant, OneCKind.TAX_INVOICE, over.marker(), LocalDate.of(2026, 11, 20)))
                .getFirst();
        base.faults().on("GET", REALIZATIONS).next(1, Fault.noSession());
        assertThat(stopped(oneC.change(tenant, made, over))).isEqualTo(LOOK_FIRST);
    }
}
