package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.Accountant.BankAccount;
import dev.crm1c.simulators.onec.Accountant.ItemSort;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The catalogs of Управление торговлей 11 and ERP 2: partners, agreements, rates as rows (onec.md §2.2). */
public final class TradeDirectories extends Directories {
    private static final String REGULATED = "643";
    private final TradeParties parties;

    TradeDirectories(Window window) {
        super(window);
        this.parties = new TradeParties(window);
    }

    @Override
    UUID unit(String okei, String name) {
        return window.create(
                "Catalog_УпаковкиЕдиницыИзмерения",
                Map.of(
                        "Code",
                        okei,
                        "Description",
                        name,
                        "НаименованиеПолное",
                        name,
                        "Числитель",
                        1,
                        "Знаменатель",
                        1));
    }

    @Override
    UUID organization(String name, String inn, String kpp, BankAccount account, UUID currency) {
        UUID organization = window.create(
                "Catalog_Организации",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "НаименованиеСокращенное", name,
                        "ИНН", inn,
                        "КПП", kpp,
                        "ЮрФизЛицо", "ЮрЛицо",
                        "ЮридическоеФизическоеЛицо", "ЮридическоеЛицо",
                        "ВалютаРегламентированногоУчета_Key", currency));
        UUID bank = bank("Catalog_КлассификаторБанков", account);
        window.create(
                "Catalog_БанковскиеСчетаОрганизаций",
                Map.of(
                        "Owner_Key",
                        organization,
                        "Description",
                        account.number() + " в " + account.bankName(),
                        "НомерСчета",
                        account.number(),
                        "Банк_Key",
                        bank,
                        "БИКБанка",
                        account.bik(),
                        "НаименованиеБанка",
                        account.bankName(),
                        "КоррСчетБанка",
                        account.correspondentAccount(),
                        "ВалютаДенежныхСредств_Key",
                        currency));
        return organization;
    }

    /** @param itemType Товар, Услуга, Работа … */
    public UUID itemKind(String name, String itemType) {
        return window.create(
                "Catalog_ВидыНоменклатуры",
                Map.of(
                        "Description",
                        name,
                        "ТипНоменклатуры",
                        itemType,
                        "ВариантОформленияПродажи",
                        saleForm(itemType),
                        "ИспользованиеХарактеристик",
                        "НеИспользовать"));
    }

    @Override
    UUID itemKind(String name, ItemSort sort) {
        return itemKind(name, sort == ItemSort.SERVICE ? "Услуга" : "Товар");
    }

    /** A person's form makes a group; a bare one through OData fails (onec.md §2.2 [live P8]). */
    @Override
    UUID itemFolder(String name) {
        return window.enter("Catalog_Номенклатура", Map.of("Description", name, "IsFolder", true));
    }

    /** Kept against the currency of regulated accounting, as a fraction; КурсыВалют stays empty (onec.md §2.2). */
    @Override
    void rate(UUID currency, LocalDate day, BigDecimal rate, int units) {
        window.record(
                "InformationRegister_ОтносительныеКурсыВалют",
                Map.of(
                        "Period", day.atStartOfDay(),
                        "Валюта_Key", currency,
                        "БазоваяВалюта_Key", window.having("Catalog_Валюты", "Code", REGULATED),
                        "КурсЧислитель", rate,
                        "КурсЗнаменатель", units));
    }

    /** A set of items: no document takes it as a line. */
    public UUID kit(String name, String article, UUID unit) {
        return entered(name, article, unit, "Набор");
    }

    @Override
    UUID item(String name, String article, UUID unit) {
        return entered(name, article, unit, "Товар");
    }

    @Override
    UUID service(String name, String article, UUID unit) {
        return entered(name, article, unit, "Услуга");
    }

    private UUID entered(String name, String article, UUID unit, String itemType) {
        return window.create(
                "Catalog_Номенклатура",
                Map.of(
                        "Description",
                        name,
                        "НаименованиеПолное",
                        name,
                        "Артикул",
                        article,
                        "ЕдиницаИзмерения_Key",
                        unit,
                        "ТипНоменклатуры",
                        itemType,
                        "ВидНоменклатуры_Key",
                        window.having("Catalog_ВидыНоменклатуры", "ТипНоменклатуры", itemType),
                        "ВариантОформленияПродажи",
                        saleForm(itemType),
                        "ИспользованиеХарактеристик",
                        "НеИспользовать",
                        "Качество",
                        "Новый",
                        "СтавкаНДС_Key",
                        generalRate()));
    }

    private static String saleForm(String itemType) {
        return itemType.equals("Товар") ? "РеализацияТоваровУслуг" : "АктВыполненныхРабот";
    }

    /** 22 % since 2026, 20 % before. */
    private UUID generalRate() {
        return Stream.of("НДС22", "НДС20")
                .map(rate -> window.having("Catalog_СтавкиНДС", "ПеречислениеСтавкаНДС", rate))
                .filter(key -> !key.equals(Value.EMPTY_REFERENCE))
                .findFirst()
                .orElse(Value.EMPTY_REFERENCE);
    }

    public UUID partner(String name, boolean company, UUID accessGroup) {
        return parties.partner(name, company, accessGroup);
    }

    @Override
    UUID counterparty(String name, String inn, String kpp) {
        return parties.counterparty(name, inn, kpp);
    }

    @Override
    UUID soleTrader(String name, String inn) {
        return parties.soleTrader(name, inn);
    }

    @Override
    UUID privatePerson(String name) {
        return parties.privatePerson(name);
    }

    @Override
    UUID branch(UUID head, String name, String kpp) {
        return parties.branch(head, name, kpp);
    }

    public UUID partnerOf(UUID counterparty) {
        return parties.partnerOf(counterparty);
    }

    @Override
    void rename(UUID counterparty, String name) {
        super.rename(counterparty, name);
        window.edit("Catalog_Партнеры", partnerOf(counterparty), "Description", name);
    }

    @Override
    UUID contract(UUID counterparty, UUID organization, String name, UUID currency) {
        return parties.contract(counterparty, organization, name, currency);
    }

    @Override
    void closeContract(UUID contract) {
        parties.closeContract(contract);
    }

    @Override
    void limitContract(UUID contract, LocalDate from, LocalDate until) {
        parties.limitContract(contract, from, until);
    }

    @Override
    UUID priceKind(String name, UUID currency) {
        return window.create(
                "Catalog_ВидыЦен",
                Map.of(
                        "Description",
                        name,
                        "ВалютаЦены_Key",
                        currency,
                        "ЦенаВключаетНДС",
                        true,
                        "ИспользоватьПриПродаже",
                        true,
                        "Статус",
                        "Действует",
                        "СпособЗаданияЦены",
                        "Вручную",
                        "Идентификатор",
                        name));
    }

    /** A rate is a row of a catalog here, and the row names the value of the enumeration: {@code НДС22}. */
    public UUID vatRate(String name, String enumerated, BigDecimal percent, UUID country) {
        return window.create(
                "Catalog_СтавкиНДС",
                Map.of(
                        "Description", name,
                        "ПеречислениеСтавкаНДС", enumerated,
                        "Ставка", percent,
                        "Страна_Key", country));
    }

    public UUID partnerAccessGroup(String name) {
        return plain("ГруппыДоступаПартнеров", name);
    }

    public UUID itemAccessGroup(String name) {
        return plain("ГруппыДоступаНоменклатуры", name);
    }

    public UUID priority(String name) {
        return plain("Приоритеты", name);
    }

    /** A typical agreement: for every client, by contracts. */
    public UUID agreement(String name, UUID currency, UUID priceKind, UUID warehouse) {
        UUID agreement = window.create(
                "Catalog_СоглашенияСКлиентами",
                Map.of(
                        "Description",
                        name,
                        "Типовое",
                        true,
                        "Статус",
                        "Действует",
                        "Валюта_Key",
                        currency,
                        "ВалютаВзаиморасчетов_Key",
                        currency,
                        "ВидЦен_Key",
                        priceKind,
                        "Склад_Key",
                        warehouse,
                        "ЦенаВключаетНДС",
                        true,
                        "ХозяйственнаяОперация",
                        "РеализацияКлиенту",
                        "ПорядокРасчетов",
                        "ПоЗаказам"));
        window.edit("Catalog_СоглашенияСКлиентами", agreement, "ИспользуютсяДоговорыКонтрагентов", true);
        return agreement;
    }
}
