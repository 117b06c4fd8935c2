package dev.crm1c.connectors.onec;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields that a form insists on in some cases only, and why ours are not among these. */
record ConditionalFills(List<Excuse> excuses) {

    record Excuse(String path, Set<String> fields, String why) {}

    private static Excuse because(String why, String path, String... fields) {
        return new Excuse(path, Set.of(fields), why);
    }

    static ConditionalFills of(String configuration) {
        return new ConditionalFills(
                switch (configuration) {
                    case "accounting-3" -> ACCOUNTING;
                    case "trade-11" -> both(TRADE, CONTRACTS_OF_TRADE);
                    case "erp-2" -> both(TRADE, CONTRACTS_OF_ERP);
                    default -> throw new IllegalArgumentException(configuration);
                });
    }

    private static List<Excuse> both(List<Excuse> one, List<Excuse> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    Set<String> at(String path) {
        return excuses.stream()
                .filter(excuse -> excuse.path().equals(path))
                .flatMap(excuse -> excuse.fields().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final String PARTNERS = "Catalog_Партнеры";
    private static final String COUNTERPARTIES = "Catalog_Контрагенты";
    private static final String ITEMS = "Catalog_Номенклатура";
    private static final String CONTRACTS = "Catalog_ДоговорыКонтрагентов";
    private static final String ORDERS = "Document_ЗаказКлиента";
    private static final String REALIZATIONS = "Document_РеализацияТоваровУслуг";
    private static final String ACTS = "Document_АктВыполненныхРабот";
    private static final String TAX_INVOICES = "Document_СчетФактураВыданный";

    private static final List<Excuse> ACCOUNTING = List.of(
            because(
                    "we make no public authorities",
                    COUNTERPARTIES,
                    "ВидГосударственногоОргана",
                    "КодГосударственногоОргана"),
            because("contracts with an agent only", CONTRACTS, "ПризнакАгента"),
            because("construction only", REALIZATIONS, "ОбъектВыполненияРабот_Key"),
            because("work under a patent only", REALIZATIONS, "Патент_Key"),
            because("goods only: needed by the part Товары", REALIZATIONS, "Склад_Key"),
            because("returnable packaging only", REALIZATIONS, "СчетУчетаРасчетовПоТаре_Key"),
            because("goods whose import is traced only", REALIZATIONS + "/Товары", "КодТНВЭД_Key"),
            because(
                    "goods handed over without changing hands only",
                    REALIZATIONS + "/Товары",
                    "ПереданныеСчетУчета_Key"),
            because(
                    "corrections only",
                    TAX_INVOICES,
                    "НомерИсправления",
                    "НомерИсправляемогоКорректировочногоДокумента",
                    "ДатаИсправляемогоКорректировочногоДокумента",
                    "НомерИсходногоДокумента",
                    "ДатаИсходногоДокумента"),
            because("advances only", TAX_INVOICES, "СтавкаНДС"),
            because(
                    "sales for a principal only",
                    TAX_INVOICES,
                    "Продавец_Key",
                    "ДоговорКомитента_Key",
                    "СчетРасчетов_Key"));

    private static final List<Excuse> TRADE = List.of(
            because(
                    "accounts of state contracts only",
                    "Catalog_БанковскиеСчетаКонтрагентов",
                    "ГосударственныйКонтракт_Key"),
            because("where access goes by groups only", PARTNERS, "ГруппаДоступа_Key"),
            because("where access goes by groups only: filled with that of the kind", ITEMS, "ГруппаДоступа_Key"),
            because(
                    "items that are measured otherwise as well only",
                    ITEMS,
                    "ВесЗнаменатель",
                    "ВесЧислитель",
                    "ДлинаЗнаменатель",
                    "ДлинаЧислитель",
                    "ОбъемЗнаменатель",
                    "ОбъемЧислитель",
                    "ПлощадьЗнаменатель",
                    "ПлощадьЧислитель"),
            because(
                    "items in packages only",
                    ITEMS,
                    "НаборУпаковок_Key",
                    "НоменклатураМногооборотнаяТара_Key",
                    "ХарактеристикаМногооборотнаяТара_Key"),
            because("what spoils only", ITEMS, "ЕдиницаИзмеренияСрокаГодности"),
            because("items with labels of their own only", ITEMS, "ШаблонЦенника_Key", "ШаблонЭтикетки_Key"),
            because(
                    "goods that are traced or marked only",
                    ITEMS,
                    "КодТНВЭД_Key",
                    "КиЗГИСМВид",
                    "КиЗГИСМСпособВыпускаВОборот",
                    "КиЗГИСМРазмер"),
            because(
                    "delivery by ourselves or a carrier only",
                    ORDERS,
                    "АдресДоставки",
                    "АдресДоставкиПеревозчика",
                    "ПеревозчикПартнер_Key",
                    "ОсобыеУсловияПеревозкиОписание"),
            because("where the agreement goes by contracts only", ORDERS, "Договор_Key"),
            because("filled where the base keeps priorities", ORDERS, "Приоритет_Key"),
            because("cancelled rows only", ORDERS + "/Товары", "ПричинаОтмены_Key"),
            because("items with characteristics or series only", ORDERS + "/Товары", "Характеристика_Key", "Серия_Key"),
            because(
                    "delivery by ourselves or a carrier only",
                    REALIZATIONS,
                    "АдресДоставки",
                    "АдресДоставкиПеревозчика",
                    "ПеревозчикПартнер_Key",
                    "ОсобыеУсловияПеревозкиОписание"),
            because("where the agreement goes by contracts only", REALIZATIONS, "Договор_Key"),
            because("returnable packaging only", REALIZATIONS, "ДатаВозвратаМногооборотнойТары"),
            because(
                    "sales through a commission agent only",
                    REALIZATIONS,
                    "КлиентПартнер_Key",
                    "КлиентКонтрагент_Key",
                    "КлиентДоговор_Key"),
            because(
                    "items with characteristics or series only",
                    REALIZATIONS + "/Товары",
                    "Характеристика_Key",
                    "Серия_Key"),
            because("where the agreement goes by contracts only", ACTS, "Договор_Key"),
            because("items with characteristics only", ACTS + "/Услуги", "Характеристика_Key"),
            because("corrections only", TAX_INVOICES, "НомерИсправления", "СчетФактураОснование_Key"));

    private static final List<Excuse> CONTRACTS_OF_BOTH = List.of(
            because(
                    "delivery by ourselves or a carrier only",
                    CONTRACTS,
                    "АдресДоставки",
                    "АдресДоставкиПеревозчика",
                    "ПеревозчикПартнер_Key",
                    "СпособДоставки"),
            because("contracts in another currency only", CONTRACTS, "ВариантКурсаДоговора"),
            because(
                    "agents and commission only",
                    CONTRACTS,
                    "ВидАгентскогоДоговора",
                    "ДоговорСКомиссионером_Key",
                    "КомиссионерКонтрагент_Key",
                    "КомиссионерПартнер_Key"),
            because("purchases only", CONTRACTS, "ЗакупкаПодДеятельность"),
            because("where departments are kept only", CONTRACTS, "Подразделение_Key"),
            because("storage only", CONTRACTS, "ПорядокОформленияСписанияНедостачТоваровПринятыхНаХранение"));

    private static final List<Excuse> CONTRACTS_OF_TRADE =
            both(CONTRACTS_OF_BOTH, List.of(because("leases only", CONTRACTS, "ДоговорАренды")));

    /** §2: a lease is a catalogue of its own in ERP, and what is stored may go into production. */
    private static final List<Excuse> CONTRACTS_OF_ERP = both(
            CONTRACTS_OF_BOTH,
            List.of(
                    because("leases only", CONTRACTS, "ДоговорАренды_Key"),
                    because(
                            "storage only",
                            CONTRACTS,
                            "ПорядокОформленияСписанияВПроизводствоТоваровПринятыхНаХранение")));
}
