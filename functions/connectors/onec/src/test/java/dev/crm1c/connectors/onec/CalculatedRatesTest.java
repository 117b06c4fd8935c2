package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates like 22/122: a name of an enumeration in Бухгалтерия, an entry of a dictionary in Управление торговлей. */
@QuarkusTest
@DisplayName("onec.md §2, §2.0: calculated rates")
class CalculatedRatesTest extends InASellingBase {
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";

    private DocumentDraft draft(OneCKind kind, Parties parties, DocumentLine line) {
        return draft(kind, "123", parties, lines(line));
    }

    private DocumentSheet made(Tenant tenant, DocumentDraft draft) {
        DocumentSheet sheet = got(oneC.create(tenant, draft, proposed(draft.kind(), "123")));
        assertThat(sheet.differencesFrom(draft)).isEmpty();
        return sheet;
    }

    private DocumentLine calculated(int rate) {
        return new DocumentLine(
                1,
                new ItemChoice.Linked(seeded.items().get("KR-001")),
                "Кресло",
                new Quantity(BigDecimal.ONE),
                new Money(12_200),
                new Money(12_200),
                new VatRate.Calculated(rate));
    }

    @ParameterizedTest
    @CsvSource({"5, НДС5_105", "7, НДС7_107", "10, НДС10_110", "18, НДС18_118", "20, НДС20_120", "22, НДС22_122"})
    @DisplayName("§2: Бухгалтерия has a name for each calculated rate")
    void calculatedInAccounting(int rate, String name) {
        Tenant tenant = seller("accounting-3");
        DocumentSheet sheet = made(tenant, draft(OneCKind.INVOICE, parties(tenant), calculated(rate)));

        assertThat(base.one(INVOICES, sheet.ref().key())
                        .path("Товары")
                        .path(0)
                        .path("СтавкаНДС")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    @DisplayName("a rate that a tenant's own profile leaves out is named, and nothing is sent")
    void rateLeftOut() {
        Tenant tenant = tenant(
                OneCSettings.defaults(),
                new Tailoring(
                        Map.of(),
                        "{\"invoice\":{\"lines\":{\"Товары\":{\"fields\":{\"СтавкаНДС\":"
                                + "{\"map\":\"$vatRate\",\"values\":{\"22\":\"НДС22\"}}}}}}}"));
        DocumentDraft draft = draft(OneCKind.INVOICE, parties(tenant), calculated(22));

        assertThat(stopped(oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "123"))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.ValueNotInBase(INVOICES + "/Товары", "22/122")));
        assertThat(base.all(INVOICES)).isEmpty();
    }

    @Test
    @DisplayName(
            "§2.2: a calculated rate is found by its name, or by its number and its flag; 22 and 22/122 are never mistaken for each other")
    void calculatedInTrade() {
        Tenant tenant = seller("trade-11");
        base.accountant()
                .markForDeletion("Catalog_СтавкиНДС", seeded.terms().vatRates().get("НДС22"));
        UUID named = base.accountant().trade().vatRate("20/120", "НДС20_120", BigDecimal.valueOf(20), seeded.country());
        UUID younger = base.accountant()
                .create(
                        "Catalog_СтавкиНДС",
                        Map.of("Description", "22/122", "Ставка", BigDecimal.valueOf(22), "РасчетнаяСтавка", true));
        UUID plain = base.accountant()
                .create("Catalog_СтавкиНДС", Map.of("Description", "22%", "Ставка", BigDecimal.valueOf(22)));
        Parties parties = parties(tenant);

        assertThat(parties.base().entry("vatRate.20/120")).contains(named);
        assertThat(parties.base().entry("vatRate.22/122")).contains(younger);
        assertThat(parties.base().entry("vatRate.22")).contains(plain);
        DocumentSheet sheet = made(tenant, draft(OneCKind.ORDER, parties, calculated(22)));
        assertThat(sheet.lines().getFirst().vatRate()).isEqualTo("22/122");
    }

    @Test
    @DisplayName(
            "§2.0: the rate that the enumeration names goes before one of the same number that it does not: another country's")
    void anotherCountrysRate() {
        Tenant tenant = seller("trade-11");
        UUID russian = seeded.terms().vatRates().get("НДС20");
        UUID belarus = base.accountant().create("Catalog_СтраныМира", Map.of("Code", "112", "Description", "БЕЛАРУСЬ"));
        base.accountant().trade().vatRate("20% (BY)", "", BigDecimal.valueOf(20), belarus);
        base.accountant().markForDeletion("Catalog_СтавкиНДС", russian);
        UUID later = base.accountant().trade().vatRate("20%", "НДС20", BigDecimal.valueOf(20), seeded.country());

        assertThat(got(oneC.findBase(tenant)).entry("vatRate.20")).contains(later);
    }
}
