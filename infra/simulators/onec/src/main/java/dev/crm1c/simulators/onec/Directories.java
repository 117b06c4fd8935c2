package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.Accountant.BankAccount;
import dev.crm1c.simulators.onec.Accountant.ItemSort;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    abstract UUID soleTrader(String name, String inn);

    abstract UUID privatePerson(String name);

    /** Same ИНН, a КПП of its own, and the head office named. */
    abstract UUID branch(UUID head, String name, String kpp);

    abstract void closeContract(UUID contract);

    abstract void limitContract(UUID contract, LocalDate from, LocalDate until);

    abstract UUID itemKind(String name, ItemSort sort);

    abstract UUID itemFolder(String name);

    abstract void rate(UUID currency, LocalDate day, BigDecimal rate, int units);

    abstract UUID contract(UUID counterparty, UUID organization, String name, UUID currency);

    abstract UUID priceKind(String name, UUID currency);

    UUID currency(String code, String name) {
        return window.create("Catalog_Валюты", Map.of("Code", code, "Description", name));
    }

    UUID country(String code, String name) {
        return window.create("Catalog_СтраныМира", Map.of("Code", code, "Description", name));
    }

    void barcode(UUID item, String barcode) {
        window.record(
                "InformationRegister_ШтрихкодыНоменклатуры", Map.of("Штрихкод", barcode, "Номенклатура_Key", item));
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

    /** The bank with this БИК, entered when nobody has entered it yet. */
    UUID bank(String catalog, BankAccount account) {
        UUID known = window.having(catalog, "Code", account.bik());
        return known.equals(Value.EMPTY_REFERENCE)
                ? window.create(
                        catalog,
                        Map.of(
                                "Code", account.bik(),
                                "Description", account.bankName(),
                                "КоррСчет", account.correspondentAccount()))
                : known;
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
