package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.SaleProgress;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import dev.crm1c.simulators.onec.structure.Release;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invoices of Бухгалтерия: written, posted, read back, found again. */
@QuarkusTest
class AccountingInvoicesTest extends InAccounting {
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
        var onFile = got(oneC.post(tenant, base(draft), written));

        assertThat(written.differencesFrom(draft)).isEmpty();
        assertThat(onFile).isInstanceOfSatisfying(DocumentOnFile.Found.class, found -> {
            assertThat(found.sheet().state()).isEqualTo(DocumentSheet.State.POSTED);
            assertThat(found.sheet().differencesFrom(draft)).isEmpty();
            assertThat(found.sheet().number()).isNotBlank().doesNotContain(" ");
            assertThat(found.sheet().facts().total()).isEqualTo(new Money(1_012_345));
        });
        JsonNode stored = base.one(INVOICES, written.ref().key());
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
        DocumentSheet written = got(oneC.create(tenant, with(parties, twenty), proposed(OneCKind.INVOICE, "deal#124")));
        assertThat(written.differencesFrom(twenty)).isEmpty();
        OneCRef made = written.ref();
        assertThat(base.one(INVOICES, made.key())
                        .path("Товары")
                        .path(0)
                        .path("Номенклатура_Key")
                        .asText())
                .isEqualTo(seeded.items().firstEntry().getValue().toString());
    }

    @Test
    @DisplayName(
            "onec.md §1.6, §2.1: what an older release does not know it passes by, and a row without its item shows up in the sheet")
    void an_item_that_the_base_passes_by_shows_up_in_the_sheet() {
        Tenant tenant = tenant(OneCSettings.defaults()
                .withSingleReference(INVOICES + "_Товары", "Номенклатура", "Catalog_Номенклатура"));
        DocumentDraft draft = draft(tenant, line(1, "Кресло", "1", 10_000, new VatRate.Percent(22)));

        DocumentSheet written = got(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "deal#123")));

        assertThat(written.lines().getFirst().item()).isEmpty();
        assertThat(written.differencesFrom(draft))
                .containsExactly(
                        new Problem.LineDiffers(1, "Кресло", "номенклатура указана", "номенклатура не указана"));
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
        DocumentSheet written = got(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "deal#123")));
        OneCRef invoice = written.ref();
        got(oneC.post(tenant, base(draft), written));

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
    void people_open_an_invoice_by_a_link_of_the_web_client() {
        Tenant tenant = BaseTenants.at(URI.create("https://1c.example/base"), "demo/onec");
        var invoice = new OneCRef(OneCKind.INVOICE, UUID.fromString("6a7c2bf2-2c7f-11e0-a8ed-00301b6c0a02"));

        assertThat(oneC.linkTo(tenant, invoice))
                .isEqualTo(
                        "https://1c.example/base/#e1cib/data/Документ.СчетНаОплатуПокупателю?ref=a8ed00301b6c0a0211e02c7f6a7c2bf2");
    }
}
