package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.Accountant.BankAccount;
import java.util.Map;
import java.util.UUID;

/** What the accountant enters into catalogs; configurations differ in where and how (onec.md §2.0). */
abstract sealed class Directories permits AccountingDirectories, TradeDirectories {
    final Window window;

    Directories(Window window) {
        this.window = window;
    }

    abstract UUID unit(String okei, String name);

    abstract UUID organization(String name, String inn, String kpp, BankAccount account, UUID currency);

    abstract UUID item(String name, String article, UUID unit);

    abstract UUID service(String name, String article, UUID unit);

    abstract UUID counterparty(String name, String inn, String kpp);

    abstract UUID contract(UUID counterparty, UUID organization, String name, UUID currency);

    abstract UUID priceKind(String name, UUID currency);

    UUID currency(String code, String name) {
        return window.create("Catalog_Валюты", Map.of("Code", code, "Description", name));
    }

    UUID country(String code, String name) {
        return window.create("Catalog_СтраныМира", Map.of("Code", code, "Description", name));
    }

    UUID warehouse(String name) {
        return window.create("Catalog_Склады", Map.of("Description", name));
    }

    UUID account(String code, String name, boolean quantitative) {
        return window.create(
                "ChartOfAccounts_Хозрасчетный",
                Map.of(
                        "Code", code,
                        "Description", name,
                        "Order", code,
                        "Type", "ActivePassive",
                        "Количественный", quantitative));
    }

    /** A catalog of which only names matter: access groups, priorities, nomenclature groups. */
    UUID plain(String catalog, String name) {
        return window.create("Catalog_" + catalog, Map.of("Description", name));
    }

    void rename(UUID counterparty, String name) {
        window.edit("Catalog_Контрагенты", counterparty, "Description", name);
        window.edit("Catalog_Контрагенты", counterparty, "НаименованиеПолное", name);
    }
}
