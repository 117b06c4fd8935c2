package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.Accountant.ItemSort;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * By what a sale of the demo base is made. What a configuration or its release does not have is empty here.
 *
 * @param vatRates of УТ and ERP: rows of Catalog_СтавкиНДС by the value of the enumeration, {@code НДС22}
 * @param agreement of УТ and ERP: the typical one, for every client
 * @param accessGroup of УТ and ERP: where partners belong
 * @param priority of УТ and ERP: of an order
 * @param accounts of Бухгалтерия and ERP: by their code
 */
public record DemoTerms(
        UUID priceKind,
        UUID warehouse,
        SequencedMap<String, UUID> vatRates,
        Optional<UUID> agreement,
        Optional<UUID> accessGroup,
        Optional<UUID> priority,
        SequencedMap<String, UUID> accounts) {
    private static final List<String> RATES =
            List.of("БезНДС", "НДС0", "НДС5", "НДС7", "НДС10", "НДС18", "НДС20", "НДС22");
    private static final Map<String, String> ACCOUNTS = Map.of(
            "41.01", "Товары на складах",
            "51", "Расчетные счета",
            "60.01", "Расчеты с поставщиками и подрядчиками",
            "62.01", "Расчеты с покупателями и заказчиками",
            "62.02", "Расчеты по авансам полученным",
            "68.02", "Налог на добавленную стоимость",
            "90.01.1", "Выручка по деятельности с основной системой налогообложения",
            "90.02.1", "Себестоимость продаж",
            "90.03", "Налог на добавленную стоимость");

    static DemoTerms seed(Accountant accountant, UUID currency, UUID country) {
        SequencedMap<String, UUID> accounts = accounts(accountant);
        UUID priceKind = accountant.knows("Catalog_ТипыЦенНоменклатуры") || accountant.knows("Catalog_ВидыЦен")
                ? accountant.priceKind(DemoBase.PRICE_KIND, currency)
                : Value.EMPTY_REFERENCE;
        UUID warehouse =
                accountant.knows("Catalog_Склады") ? accountant.warehouse(DemoBase.WAREHOUSE) : Value.EMPTY_REFERENCE;
        return switch (accountant.directories()) {
            case AccountingDirectories directories -> {
                if (accountant.knows("Catalog_НоменклатурныеГруппы")) {
                    directories.plain("НоменклатурныеГруппы", DemoBase.ITEM_GROUP);
                }
                if (accountant.knows("Catalog_ВидыНоменклатуры")) {
                    directories.itemKind("Товары", ItemSort.GOODS);
                    directories.itemKind("Услуги", ItemSort.SERVICE);
                }
                yield new DemoTerms(
                        priceKind,
                        warehouse,
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        accounts);
            }
            case TradeDirectories directories -> {
                UUID accessGroup = directories.partnerAccessGroup(DemoBase.ACCESS_GROUP);
                directories.itemAccessGroup("Товары и услуги");
                directories.itemKind("Товары", "Товар");
                directories.itemKind("Услуги", "Услуга");
                yield new DemoTerms(
                        priceKind,
                        warehouse,
                        rates(accountant, directories, country),
                        Optional.of(directories.agreement(DemoBase.AGREEMENT, currency, priceKind, warehouse)),
                        Optional.of(accessGroup),
                        Optional.of(directories.priority("Средний")),
                        accounts);
            }
        };
    }

    /** Only those the release knows: 5, 7 and 22 % came later than the dumps (onec.md §2.0). */
    private static SequencedMap<String, UUID> rates(Accountant accountant, TradeDirectories directories, UUID country) {
        List<String> known = accountant.enumeration("СтавкиНДС");
        SequencedMap<String, UUID> rates = new LinkedHashMap<>();
        RATES.stream().filter(known::contains).forEach(rate -> {
            String percent = rate.replaceAll("\\D", "");
            String name = percent.isEmpty() ? "Без НДС" : percent + "%";
            BigDecimal value = percent.isEmpty() ? BigDecimal.ZERO : new BigDecimal(percent);
            rates.put(rate, directories.vatRate(name, rate, value, country));
        });
        return rates;
    }

    private static SequencedMap<String, UUID> accounts(Accountant accountant) {
        SequencedMap<String, UUID> accounts = new LinkedHashMap<>();
        if (accountant.knows("ChartOfAccounts_Хозрасчетный")) {
            ACCOUNTS.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(account -> accounts.put(
                            account.getKey(),
                            accountant.account(
                                    account.getKey(),
                                    account.getValue(),
                                    account.getKey().startsWith("41"))));
        }
        return accounts;
    }
}
