package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.Accountant.BankAccount;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The catalogs of Управление торговлей 11 and ERP 2: partners, agreements, rates as rows (onec.md §2.2). */
public final class TradeDirectories extends Directories {
    TradeDirectories(Window window) {
        super(window);
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
        UUID bank = window.create(
                "Catalog_КлассификаторБанков",
                Map.of(
                        "Code", account.bik(),
                        "Description", account.bankName(),
                        "КоррСчет", account.correspondentAccount()));
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
        return window.create(
                "Catalog_Партнеры",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "Клиент", true,
                        "ЮрФизЛицо", company ? "Компания" : "ЧастноеЛицо",
                        "ГруппаДоступа_Key", accessGroup));
    }

    /** With a partner of its own, in the access group that is there. */
    @Override
    UUID counterparty(String name, String inn, String kpp) {
        boolean company = !kpp.isEmpty();
        UUID accessGroup = window.named("Catalog_ГруппыДоступаПартнеров", DemoBase.ACCESS_GROUP);
        UUID counterparty = window.create(
                "Catalog_Контрагенты",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "ИНН", inn,
                        "КПП", kpp,
                        "Партнер_Key", partner(name, company, accessGroup),
                        "ЮрФизЛицо", company ? "ЮрЛицо" : "ФизЛицо",
                        "ЮридическоеФизическоеЛицо", company ? "ЮридическоеЛицо" : "ФизическоеЛицо"));
        window.edit("Catalog_Контрагенты", counterparty, "ГоловнойКонтрагент_Key", counterparty);
        return counterparty;
    }

    public UUID partnerOf(UUID counterparty) {
        return window.object("Catalog_Контрагенты", counterparty).reference("Партнер_Key");
    }

    @Override
    void rename(UUID counterparty, String name) {
        super.rename(counterparty, name);
        window.edit("Catalog_Партнеры", partnerOf(counterparty), "Description", name);
    }

    @Override
    UUID contract(UUID counterparty, UUID organization, String name, UUID currency) {
        return window.create(
                "Catalog_ДоговорыКонтрагентов",
                Map.of(
                        "Контрагент_Key",
                        counterparty,
                        "Партнер_Key",
                        partnerOf(counterparty),
                        "Организация_Key",
                        organization,
                        "Description",
                        name,
                        "Номер",
                        name,
                        "ТипДоговора",
                        "СПокупателем",
                        "Статус",
                        "Действует",
                        "НалогообложениеНДС",
                        "ПродажаОблагаетсяНДС",
                        "ПорядокРасчетов",
                        "ПоЗаказам",
                        "ВалютаВзаиморасчетов_Key",
                        currency));
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
