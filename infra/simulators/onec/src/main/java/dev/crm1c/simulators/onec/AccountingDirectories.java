package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.Accountant.BankAccount;
import java.util.Map;
import java.util.UUID;

/** The catalogs of Бухгалтерия 3.0 (onec.md §2.1). */
final class AccountingDirectories extends Directories {
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
        UUID bank = window.create(
                "Catalog_Банки",
                Map.of(
                        "Code", account.bik(),
                        "Description", account.bankName(),
                        "КоррСчет", account.correspondentAccount()));
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
                "Catalog_Контрагенты",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "ИНН", inn,
                        "КПП", kpp,
                        "ЮридическоеФизическоеЛицо", kpp.isEmpty() ? "ФизическоеЛицо" : "ЮридическоеЛицо"));
        window.edit("Catalog_Контрагенты", counterparty, "ГоловнойКонтрагент_Key", counterparty);
        return counterparty;
    }

    @Override
    UUID contract(UUID counterparty, UUID organization, String name, UUID currency) {
        return window.create(
                "Catalog_ДоговорыКонтрагентов",
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
