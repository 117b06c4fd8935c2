package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The documents of Бухгалтерия 3.0, with the accounts its forms would fill in (onec.md §1.6, §2.1). */
final class AccountingPapers extends Papers {
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    private static final String RECEIPTS = "Document_ПоступлениеНаРасчетныйСчет";
    private static final String SPENDINGS = "Document_СписаниеСРасчетногоСчета";
    private static final String SHIPMENTS = "Document_РеализацияТоваровУслуг";
    private static final String PRICES = "Document_УстановкаЦенНоменклатуры";
    private static final String ITEMS = "Catalog_Номенклатура";

    AccountingPapers(Window window) {
        super(window);
    }

    @Override
    UUID pay(UUID sale, BigDecimal sum) {
        Entity invoice = window.object(INVOICES, sale);
        ObjectNode receipt = money("ОплатаПокупателя", invoice, sum);
        Window.refer(receipt, "Контрагент", "Catalog_Контрагенты", Window.reference(invoice, "Контрагент_Key"));
        payment(receipt, Window.reference(invoice, "ДоговорКонтрагента_Key"), sum)
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
        Window.put(spending, "Контрагент_Key", Window.reference(invoice, "Контрагент_Key"));
        payment(spending, Window.reference(invoice, "ДоговорКонтрагента_Key"), sum)
                .put("СчетНаОплату_Key", sale.toString());
        return window.create(SPENDINGS, spending);
    }

    private ObjectNode money(String operation, Entity invoice, BigDecimal sum) {
        return Window.body(Map.of(
                "ВидОперации", operation,
                "Организация_Key", Window.reference(invoice, "Организация_Key"),
                "СчетОрганизации_Key", Window.reference(invoice, "СтруктурнаяЕдиница_Key"),
                "СчетБанк_Key", account("51"),
                "ДоговорКонтрагента_Key", Window.reference(invoice, "ДоговорКонтрагента_Key"),
                "СуммаДокумента", sum,
                "ВалютаДокумента_Key", Window.reference(invoice, "ВалютаДокумента_Key"),
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
                "Организация_Key", Window.reference(invoice, "Организация_Key"),
                "Контрагент_Key", Window.reference(invoice, "Контрагент_Key"),
                "ДоговорКонтрагента_Key", Window.reference(invoice, "ДоговорКонтрагента_Key"),
                "ВалютаДокумента_Key", Window.reference(invoice, "ВалютаДокумента_Key"),
                "СуммаВключаетНДС", Window.flag(invoice, "СуммаВключаетНДС"),
                "СуммаДокумента", Window.number(invoice, "СуммаДокумента"),
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
        UUID chosen = Window.reference(invoice, "Склад_Key");
        return chosen.equals(Value.EMPTY_REFERENCE) ? window.named("Catalog_Склады", DemoBase.WAREHOUSE) : chosen;
    }

    private static List<PartRow> sold(Entity invoice) {
        return invoice.rows(invoice.structure().part("Товары").orElseThrow());
    }

    /** One table of the invoice becomes two: goods and services are apart in a shipment. */
    private void ship(PartRow row, ArrayNode goods, ArrayNode services) {
        UUID item = Window.reference(row, "Номенклатура");
        boolean service = window.find(ITEMS, item)
                .map(found -> Window.flag(found, "Услуга"))
                .orElse(true);
        ObjectNode shipped = Window.row(
                service ? services : goods,
                Map.of(
                        "Номенклатура_Key", item,
                        "Количество", Window.number(row, "Количество"),
                        "Цена", Window.number(row, "Цена"),
                        "Сумма", Window.number(row, "Сумма"),
                        "СтавкаНДС", Window.text(row, "СтавкаНДС"),
                        "СуммаНДС", Window.number(row, "СуммаНДС"),
                        "СчетДоходов_Key", account("90.01.1"),
                        "СчетРасходов_Key", account("90.02.1"),
                        "СчетУчетаНДСПоРеализации_Key", account("90.03")));
        if (service) {
            Window.put(shipped, "Содержание", Window.text(row, "Содержание"));
        } else {
            Window.put(shipped, "СчетУчета_Key", account("41.01"));
        }
        UUID group = window.named("Catalog_НоменклатурныеГруппы", DemoBase.ITEM_GROUP);
        Window.refer(shipped, "Субконто", "Catalog_НоменклатурныеГруппы", group);
    }

    @Override
    UUID setPrice(UUID item, UUID priceKind, BigDecimal price, UUID currency) {
        ObjectNode setting = Window.body(Map.of("ТипЦен_Key", priceKind, "Posted", true));
        Window.row(setting.putArray("Товары"), Map.of("Номенклатура_Key", item, "Цена", price, "Валюта_Key", currency));
        return window.create(PRICES, setting);
    }

    private UUID account(String code) {
        return window.having("ChartOfAccounts_Хозрасчетный", "Code", code);
    }
}
