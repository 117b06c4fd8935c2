package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.Accountant.BankAccount;
import dev.crm1c.simulators.onec.Accountant.ItemSort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The catalogs of Бухгалтерия 3.0 (onec.md §2.1). */
final class AccountingDirectories extends Directories {
    private static final String COUNTERPARTIES = "Catalog_Контрагенты";
    private static final String CONTRACTS = "Catalog_ДоговорыКонтрагентов";

    AccountingDirectories(Window window) {
        super(window);
    }

    @Override
    UUID unit(String okei, String name) {
        return window.create("Catalog_КлассификаторЕдиницИзмерения", Map.of("Code", okei, "Description", name));
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
                        "ЮридическоеФизическоеЛицо", "ЮридическоеЛицо"));
        UUID bank = bank("Catalog_Банки", account);
        UUID main = window.create(
                "Catalog_БанковскиеСчета",
                Map.of(
                        "Owner",
                        organization,
                        "Owner_Type",
                        "StandardODATA.Catalog_Организации",
                        "Description",
                        account.number(),
                        "НомерСчета",
                        account.number(),
                        "Банк_Key",
                        bank,
                        "ВалютаДенежныхСредств_Key",
                        currency));
        window.edit("Catalog_Организации", organization, "ОсновнойБанковскийСчет_Key", main);
        return organization;
    }

    @Override
    UUID item(String name, String article, UUID unit) {
        return window.create(
                "Catalog_Номенклатура",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "Артикул", article,
                        "ЕдиницаИзмерения_Key", unit,
                        "ВидСтавкиНДС", "Общая"));
    }

    @Override
    UUID service(String name, String article, UUID unit) {
        UUID service = item(name, article, unit);
        window.edit("Catalog_Номенклатура", service, "Услуга", true);
        return service;
    }

    @Override
    UUID counterparty(String name, String inn, String kpp) {
        UUID counterparty = window.create(
                COUNTERPARTIES,
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "ИНН", inn,
                        "КПП", kpp,
                        "ЮридическоеФизическоеЛицо", kpp.isEmpty() ? "ФизическоеЛицо" : "ЮридическоеЛицо"));
        window.edit(COUNTERPARTIES, counterparty, "ГоловнойКонтрагент_Key", counterparty);
        return counterparty;
    }

    @Override
    UUID soleTrader(String name, String inn) {
        UUID trader = counterparty(name, inn, "");
        window.edit(COUNTERPARTIES, trader, "ИндивидуальныйПредприниматель", true);
        return trader;
    }

    @Override
    UUID privatePerson(String name) {
        return counterparty(name, "", "");
    }

    @Override
    UUID branch(UUID head, String name, String kpp) {
        UUID branch = counterparty(name, window.object(COUNTERPARTIES, head).text("ИНН"), kpp);
        window.edit(COUNTERPARTIES, branch, "ОбособленноеПодразделение", true);
        window.edit(COUNTERPARTIES, branch, "ГоловнойКонтрагент_Key", head);
        return branch;
    }

    @Override
    void closeContract(UUID contract) {
        window.edit(CONTRACTS, contract, "ДоговорЗакрыт", true);
    }

    @Override
    void limitContract(UUID contract, LocalDate from, LocalDate until) {
        window.edit(CONTRACTS, contract, "Дата", from.atStartOfDay());
        window.edit(CONTRACTS, contract, "СрокДействия", until.atStartOfDay());
    }

    @Override
    UUID itemKind(String name, ItemSort sort) {
        return window.create(
                "Catalog_ВидыНоменклатуры", Map.of("Description", name, "Услуга", sort == ItemSort.SERVICE));
    }

    @Override
    UUID itemFolder(String name) {
        return window.create("Catalog_Номенклатура", Map.of("Description", name, "IsFolder", true));
    }

    @Override
    void rate(UUID currency, LocalDate day, BigDecimal rate, int units) {
        window.record(
                "InformationRegister_КурсыВалют",
                Map.of(
                        "Period", day.atStartOfDay(),
                        "Валюта_Key", currency,
                        "Курс", rate,
                        "Кратность", units));
    }

    @Override
    UUID contract(UUID counterparty, UUID organization, String name, UUID currency) {
        return window.create(
                CONTRACTS,
                Map.of(
                        "Owner_Key", counterparty,
                        "Организация_Key", organization,
                        "Description", name,
                        "ВидДоговора", "СПокупателем",
                        "ВалютаВзаиморасчетов_Key", currency));
    }

    @Override
    UUID priceKind(String name, UUID currency) {
        return window.create("Catalog_ТипыЦенНоменклатуры", Map.of("Description", name));
    }
}
