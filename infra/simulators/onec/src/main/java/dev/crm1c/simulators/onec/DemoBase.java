package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.Accountant.BankAccount;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * A small base with what every sale needs, in each of the three configurations. The numbers are synthetic with valid
 * check digits.
 *
 * @param units by their ОКЕИ code
 * @param items by their article
 * @param terms what a sale is made by: price kind, warehouse, rates, agreement
 */
public record DemoBase(
        UUID currency,
        UUID country,
        UUID organization,
        SequencedMap<String, UUID> units,
        SequencedMap<String, UUID> items,
        DemoTerms terms) {
    private static final Map<String, BigDecimal> PRICES = Map.of(
            "KR-001", new BigDecimal("7500"),
            "ST-002", new BigDecimal("12000"),
            "LM-003", new BigDecimal("1800"),
            "KF-004", new BigDecimal("950"),
            "US-101", new BigDecimal("500"),
            "US-102", new BigDecimal("2000"));
    private static final Map<String, BigDecimal> STOCK = Map.of(
            "KR-001", new BigDecimal("100"),
            "ST-002", new BigDecimal("40"),
            "LM-003", new BigDecimal("25"),
            "KF-004", new BigDecimal("12.5"));
    static final String WAREHOUSE = "Основной склад";
    static final String PRICE_KIND = "Розничная";
    static final String AGREEMENT = "Стандартное";
    static final String ACCESS_GROUP = "Клиенты";
    static final String ITEM_GROUP = "Основная номенклатурная группа";

    public static DemoBase seed(Accountant accountant) {
        UUID currency = accountant.currency("643", "руб.");
        UUID country = accountant.country("643", "РОССИЯ");
        SequencedMap<String, UUID> units = new LinkedHashMap<>();
        Map.of("796", "шт", "166", "кг", "356", "ч", "876", "усл. ед").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(unit -> units.put(unit.getKey(), accountant.unit(unit.getKey(), unit.getValue())));
        BankAccount account =
                new BankAccount("40702810200000000001", "044525225", "ПАО «Пример-Банк»", "30101810400000000225");
        UUID organization =
                accountant.organization("ООО «Ромашка Трейд»", "7700000016", "773601001", account, currency);
        DemoTerms terms = DemoTerms.seed(accountant, currency, country);
        SequencedMap<String, UUID> items = new LinkedHashMap<>();
        items.put("KR-001", accountant.item("Кресло офисное", "KR-001", units.get("796")));
        items.put("ST-002", accountant.item("Стол письменный", "ST-002", units.get("796")));
        items.put("LM-003", accountant.item("Лампа настольная", "LM-003", units.get("796")));
        items.put("KF-004", accountant.item("Кофе в зёрнах", "KF-004", units.get("166")));
        items.put("US-101", accountant.service("Доставка", "US-101", units.get("876")));
        items.put("US-102", accountant.service("Консультация специалиста", "US-102", units.get("356")));
        DemoBase demo = new DemoBase(currency, country, organization, units, items, terms);
        accountant.open(demo, PRICES, STOCK);
        return demo;
    }

    /** The price of each item, by its article, in force since a month. */
    public Map<String, BigDecimal> prices() {
        return PRICES;
    }

    /** How much of each item lies at the main warehouse, by its article. */
    public Map<String, BigDecimal> stock() {
        return STOCK;
    }
}
