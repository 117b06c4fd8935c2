package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.ClosedPeriod;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.ObjectWriting;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.http.Maintenance;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/** The person at the 1C window: what is done here goes past OData, by the same rules of the base. */
public final class Accountant {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    private static final String PAYMENTS = "Document_ПоступлениеНаРасчетныйСчет";
    private final Infobase base;
    private final ObjectWriting objects;
    private final ClosedPeriod closedPeriod;
    private final Maintenance maintenance;

    Accountant(Infobase base, ObjectWriting objects, ClosedPeriod closedPeriod, Maintenance maintenance) {
        this.base = base;
        this.objects = objects;
        this.closedPeriod = closedPeriod;
        this.maintenance = maintenance;
    }

    /** An account in a bank; the bank's code in 1C is its БИК. */
    public record BankAccount(String number, String bik, String bankName, String correspondentAccount) {}

    public UUID currency(String code, String name) {
        return create("Catalog_Валюты", Map.of("Code", code, "Description", name));
    }

    public UUID country(String code, String name) {
        return create("Catalog_СтраныМира", Map.of("Code", code, "Description", name));
    }

    public UUID unit(String okei, String name) {
        return create("Catalog_КлассификаторЕдиницИзмерения", Map.of("Code", okei, "Description", name));
    }

    public UUID organization(String name, String inn, String kpp, BankAccount account, UUID currency) {
        UUID organization = create(
                "Catalog_Организации",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "НаименованиеСокращенное", name,
                        "ИНН", inn,
                        "КПП", kpp,
                        "ЮридическоеФизическоеЛицо", "ЮридическоеЛицо"));
        UUID bank = create(
                "Catalog_Банки",
                Map.of(
                        "Code",
                        account.bik(),
                        "Description",
                        account.bankName(),
                        "КоррСчет",
                        account.correspondentAccount()));
        UUID main = create(
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
        edit("Catalog_Организации", organization, "ОсновнойБанковскийСчет_Key", main);
        return organization;
    }

    public UUID item(String name, String article, UUID unit) {
        return create(
                "Catalog_Номенклатура",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "Артикул", article,
                        "ЕдиницаИзмерения_Key", unit,
                        "ВидСтавкиНДС", "Общая"));
    }

    public UUID service(String name, String article, UUID unit) {
        UUID service = item(name, article, unit);
        edit("Catalog_Номенклатура", service, "Услуга", true);
        return service;
    }

    public UUID counterparty(String name, String inn, String kpp) {
        UUID counterparty = create(
                "Catalog_Контрагенты",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "ИНН", inn,
                        "КПП", kpp,
                        "ЮридическоеФизическоеЛицо", kpp.isEmpty() ? "ФизическоеЛицо" : "ЮридическоеЛицо"));
        edit("Catalog_Контрагенты", counterparty, "ГоловнойКонтрагент_Key", counterparty);
        return counterparty;
    }

    /** A contract of sale. */
    public UUID contract(UUID counterparty, UUID organization, String name, UUID currency) {
        return create(
                "Catalog_ДоговорыКонтрагентов",
                Map.of(
                        "Owner_Key", counterparty,
                        "Организация_Key", organization,
                        "Description", name,
                        "ВидДоговора", "СПокупателем",
                        "ВалютаВзаиморасчетов_Key", currency));
    }

    /** Enters and posts a receipt of money against an invoice; the invoice's status follows in the same transaction. */
    public UUID pay(UUID invoice, BigDecimal sum) {
        Entity paid =
                base.find(INVOICES, invoice).orElseThrow(() -> new IllegalArgumentException("no invoice " + invoice));
        ObjectNode receipt = body(Map.of(
                "ВидОперации", "ОплатаПокупателя",
                "Организация_Key", reference(paid, "Организация_Key"),
                "СчетОрганизации_Key", reference(paid, "СтруктурнаяЕдиница_Key"),
                "Контрагент", reference(paid, "Контрагент_Key"),
                "Контрагент_Type", "StandardODATA.Catalog_Контрагенты",
                "ДоговорКонтрагента_Key", reference(paid, "ДоговорКонтрагента_Key"),
                "СуммаДокумента", sum,
                "ВалютаДокумента_Key", reference(paid, "ВалютаДокумента_Key"),
                "Posted", true));
        ArrayNode rows = receipt.putArray("РасшифровкаПлатежа");
        rows.add(body(Map.of(
                "LineNumber",
                1,
                "ДоговорКонтрагента_Key",
                reference(paid, "ДоговорКонтрагента_Key"),
                "СпособПогашенияЗадолженности",
                "Автоматически",
                "СуммаПлатежа",
                sum,
                "СуммаВзаиморасчетов",
                sum,
                "КурсВзаиморасчетов",
                BigDecimal.ONE,
                "СчетНаОплату_Key",
                invoice)));
        return objects.create(structure(PAYMENTS), receipt).reference();
    }

    public void unpost(String set, UUID key) {
        objects.setPosted(structure(set), EntityKey.of(key), false);
    }

    public void post(String set, UUID key) {
        objects.setPosted(structure(set), EntityKey.of(key), true);
    }

    /** As the window does it: a posted document is unposted first. */
    public void markForDeletion(String set, UUID key) {
        if (structure(set).document()) {
            unpost(set, key);
        }
        edit(set, key, Entity.DELETION_MARK, true);
    }

    public void deletePhysically(String set, UUID key) {
        objects.delete(structure(set), EntityKey.of(key));
    }

    /** @param value a String, Boolean, Number, UUID or LocalDateTime, for a property as OData names it */
    public void edit(String set, UUID key, String property, Object value) {
        objects.change(structure(set), EntityKey.of(key), body(Map.of(property, value)));
    }

    /** Any object at all, from properties as OData names them. */
    public UUID create(String set, Map<String, Object> properties) {
        return objects.create(structure(set), body(properties)).reference();
    }

    /** Documents dated up to this day, and on it, can be written no more. */
    public void closePeriod(LocalDate upTo) {
        closedPeriod.closeUpTo(upTo);
    }

    public void openPeriod() {
        closedPeriod.open();
    }

    /** Forbids sessions: every call is answered by 403 and the platform's own exception. */
    public void lockBase(String message) {
        maintenance.begin(message);
    }

    public void unlockBase() {
        maintenance.end();
    }

    private EntityStructure structure(String set) {
        return base.structure().known(set);
    }

    private static UUID reference(Row row, String property) {
        return ((Value.Key) row.value(property)).id();
    }

    private static ObjectNode body(Map<String, Object> properties) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        properties.forEach((name, value) -> {
            switch (value) {
                case Boolean flag -> body.put(name, flag);
                case LocalDateTime at -> body.put(name, MOMENT.format(at));
                default -> body.put(name, String.valueOf(value));
            }
        });
        return body;
    }
}
