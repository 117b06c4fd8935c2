package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The documents of Бухгалтерия 3.0, with the accounts its forms would fill in (onec.md §1.6, §2.1). */
final class AccountingPapers extends Papers {
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    private static final String RECEIPTS = "Document_ПоступлениеНаРасчетныйСчет";
    private static final String SPENDINGS = "Document_СписаниеСРасчетногоСчета";
    private static final String SHIPMENTS = "Document_РеализацияТоваровУслуг";
    private static final String PURCHASES = "Document_ПоступлениеТоваровУслуг";
    private static final String PRICES = "Document_УстановкаЦенНоменклатуры";
    private static final String ITEMS = "Catalog_Номенклатура";

    AccountingPapers(Window window) {
        super(window);
    }

    @Override
    UUID pay(UUID sale, BigDecimal sum) {
        Entity invoice = window.object(INVOICES, sale);
        ObjectNode receipt = money("ОплатаПокупателя", invoice, sum);
        Window.refer(receipt, "Контрагент", "Catalog_Контрагенты", invoice.reference("Контрагент_Key"));
        payment(receipt, invoice.reference("ДоговорКонтрагента_Key"), sum)
                .put("СпособПогашенияЗадолженности", "Автоматически")
                .put("КурсВзаиморасчетов", 1)
                .put("СчетНаОплату_Key", sale.toString());
        return window.create(RECEIPTS, receipt);
    }

    @Override
    UUID payUnallocated(UUID counterparty, UUID organization, BigDecimal sum) {
        ObjectNode receipt = Window.body(Map.of(
                "ВидОперации",
                "ОплатаПокупателя",
                "Организация_Key",
                organization,
                "СчетБанк_Key",
                account("51"),
                "СуммаДокумента",
                sum,
                "Posted",
                true));
        Window.refer(receipt, "Контрагент", "Catalog_Контрагенты", counterparty);
        UUID contract = window.referring("Catalog_ДоговорыКонтрагентов", "Owner_Key", counterparty);
        payment(receipt, contract, sum)
                .put("СпособПогашенияЗадолженности", "Автоматически")
                .put("КурсВзаиморасчетов", 1);
        return window.create(RECEIPTS, receipt);
    }

    @Override
    UUID refund(UUID sale, BigDecimal sum) {
        Entity invoice = window.object(INVOICES, sale);
        ObjectNode spending = money("ВозвратПокупателю", invoice, sum);
        Window.put(spending, "Контрагент_Key", invoice.reference("Контрагент_Key"));
        payment(spending, invoice.reference("ДоговорКонтрагента_Key"), sum).put("СчетНаОплату_Key", sale.toString());
        return window.create(SPENDINGS, spending);
    }

    private ObjectNode money(String operation, Entity invoice, BigDecimal sum) {
        return Window.body(Map.of(
                "ВидОперации", operation,
                "Организация_Key", invoice.reference("Организация_Key"),
                "СчетОрганизации_Key", invoice.reference("СтруктурнаяЕдиница_Key"),
                "СчетБанк_Key", account("51"),
                "ДоговорКонтрагента_Key", invoice.reference("ДоговорКонтрагента_Key"),
                "СуммаДокумента", sum,
                "ВалютаДокумента_Key", invoice.reference("ВалютаДокумента_Key"),
                "Posted", true));
    }

    private ObjectNode payment(ObjectNode document, UUID contract, BigDecimal sum) {
        return Window.row(
                document.putArray("РасшифровкаПлатежа"),
                Map.of(
                        "ДоговорКонтрагента_Key", contract,
                        "СуммаПлатежа", sum,
                        "СуммаВзаиморасчетов", sum,
                        "СчетУчетаРасчетовСКонтрагентом_Key", account("62.01"),
                        "СчетУчетаРасчетовПоАвансам_Key", account("62.02")));
    }

    @Override
    UUID ship(UUID sale) {
        Entity invoice = window.object(INVOICES, sale);
        ObjectNode shipment = Window.body(Map.of(
                "ВидОперации", "Товары",
                "Организация_Key", invoice.reference("Организация_Key"),
                "Контрагент_Key", invoice.reference("Контрагент_Key"),
                "ДоговорКонтрагента_Key", invoice.reference("ДоговорКонтрагента_Key"),
                "ВалютаДокумента_Key", invoice.reference("ВалютаДокумента_Key"),
                "СуммаВключаетНДС", invoice.flag("СуммаВключаетНДС"),
                "СуммаДокумента", invoice.number("СуммаДокумента"),
                "СчетНаОплатуПокупателю_Key", sale,
                "Склад_Key", warehouse(invoice),
                "СпособЗачетаАвансов", "Автоматически"));
        shipment.put("КурсВзаиморасчетов", 1).put("КратностьВзаиморасчетов", 1).put("Posted", true);
        Window.put(shipment, "СчетУчетаРасчетовСКонтрагентом_Key", account("62.01"));
        Window.put(shipment, "СчетУчетаРасчетовПоАвансам_Key", account("62.02"));
        ArrayNode goods = shipment.putArray("Товары");
        ArrayNode services = shipment.putArray("Услуги");
        sold(invoice).forEach(row -> ship(row, goods, services));
        return window.create(SHIPMENTS, shipment);
    }

    private UUID warehouse(Entity invoice) {
        UUID chosen = invoice.reference("Склад_Key");
        return chosen.equals(Value.EMPTY_REFERENCE) ? window.named("Catalog_Склады", DemoBase.WAREHOUSE) : chosen;
    }

    private static List<PartRow> sold(Entity invoice) {
        return invoice.rows(invoice.structure().part("Товары").orElseThrow());
    }

    /** One table of the invoice becomes two: goods and services are apart in a shipment. */
    private void ship(PartRow row, ArrayNode goods, ArrayNode services) {
        UUID item = row.reference("Номенклатура");
        boolean service =
                window.find(ITEMS, item).map(found -> found.flag("Услуга")).orElse(true);
        ObjectNode shipped = Window.row(
                service ? services : goods,
                Map.of(
                        "Номенклатура_Key", item,
                        "Количество", row.number("Количество"),
                        "Цена", row.number("Цена"),
                        "Сумма", row.number("Сумма"),
                        "СтавкаНДС", row.text("СтавкаНДС"),
                        "СуммаНДС", row.number("СуммаНДС"),
                        "СчетДоходов_Key", account("90.01.1"),
                        "СчетРасходов_Key", account("90.02.1"),
                        "СчетУчетаНДСПоРеализации_Key", account("90.03")));
        if (service) {
            Window.put(shipped, "Содержание", row.text("Содержание"));
        } else {
            Window.put(shipped, "СчетУчета_Key", account("41.01"));
        }
        UUID group = window.named("Catalog_НоменклатурныеГруппы", DemoBase.ITEM_GROUP);
        Window.refer(shipped, "Субконто", "Catalog_НоменклатурныеГруппы", group);
    }

    /** Prices are to the day: a second price of the same day is written into the first one's document. */
    @Override
    UUID setPrice(UUID item, UUID priceKind, BigDecimal price, UUID currency, LocalDateTime at) {
        ObjectNode setting = Window.body(Map.of("Date", at, "ТипЦен_Key", priceKind, "Posted", true));
        Window.row(setting.putArray("Товары"), Map.of("Номенклатура_Key", item, "Цена", price, "Валюта_Key", currency));
        Optional<UUID> sameDay = window.all(PRICES)
                .filter(Entity::posted)
                .filter(known -> known.date().toLocalDate().equals(at.toLocalDate()))
                .filter(known -> known.reference("ТипЦен_Key").equals(priceKind))
                .filter(known -> known.rows("Товары").stream()
                        .anyMatch(row -> row.reference("Номенклатура_Key").equals(item)))
                .map(Entity::reference)
                .findFirst();
        return sameDay.map(key -> window.change(PRICES, key, setting)).orElseGet(() -> window.create(PRICES, setting));
    }

    @Override
    boolean complete() {
        return window.has(PRICES) && window.has(PURCHASES);
    }

    @Override
    UUID receiveStock(UUID item, UUID warehouse, BigDecimal quantity, BigDecimal cost, LocalDateTime at) {
        BigDecimal sum = cost.multiply(quantity);
        ObjectNode purchase = Window.body(Map.of(
                "Date",
                at,
                "Организация_Key",
                window.first("Catalog_Организации"),
                "Склад_Key",
                warehouse,
                "СуммаДокумента",
                sum,
                "СчетУчетаРасчетовСКонтрагентом_Key",
                account("60.01"),
                "Posted",
                true));
        Window.row(
                purchase.putArray("Товары"),
                Map.of(
                        "Номенклатура_Key", item,
                        "Количество", quantity,
                        "Цена", cost,
                        "Сумма", sum,
                        "СчетУчета_Key", account("41.01")));
        return window.create(PURCHASES, purchase);
    }

    private UUID account(String code) {
        return window.having("ChartOfAccounts_Хозрасчетный", "Code", code);
    }
}
