package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;

/** The documents of Управление торговлей 11 and ERP 2 around an order (onec.md §2.2). */
final class TradePapers extends Papers {
    private static final String ORDERS = "Document_ЗаказКлиента";
    private static final String INVOICES = "Document_СчетНаОплатуКлиенту";
    private static final String RECEIPTS = "Document_ПоступлениеБезналичныхДенежныхСредств";
    private static final String SPENDINGS = "Document_СписаниеБезналичныхДенежныхСредств";
    private static final String SHIPMENTS = "Document_РеализацияТоваровУслуг";
    private static final String PURCHASES = "Document_ПриобретениеТоваровУслуг";
    private static final String PRICES = "Document_УстановкаЦенНоменклатуры";
    private final boolean pricing25;

    TradePapers(Window window, boolean pricing25) {
        super(window);
        this.pricing25 = pricing25;
    }

    @Override
    UUID pay(UUID sale, BigDecimal sum) {
        Entity order = order(sale);
        ObjectNode receipt = money("ПоступлениеОплатыОтКлиента", order, sum);
        ObjectNode row = payment(receipt, order, sum);
        Window.refer(row, "ОснованиеПлатежа", ORDERS, order.reference());
        return window.create(RECEIPTS, receipt);
    }

    @Override
    UUID payUnallocated(UUID counterparty, UUID organization, BigDecimal sum) {
        UUID partner = window.object("Catalog_Контрагенты", counterparty).reference("Партнер_Key");
        UUID currency =
                window.object("Catalog_Организации", organization).reference("ВалютаРегламентированногоУчета_Key");
        ObjectNode receipt = Window.body(Map.of(
                "ХозяйственнаяОперация",
                "ПоступлениеОплатыОтКлиента",
                "Организация_Key",
                organization,
                "БанковскийСчет_Key",
                window.referring("Catalog_БанковскиеСчетаОрганизаций", "Owner_Key", organization),
                "Контрагент_Key",
                counterparty,
                "Партнер_Key",
                partner,
                "Валюта_Key",
                currency,
                "СуммаДокумента",
                sum,
                "ТипПлатежногоДокумента",
                "ПлатежноеПоручение",
                "ПроведеноБанком",
                true,
                "Posted",
                true));
        Window.row(
                receipt.putArray("РасшифровкаПлатежа"),
                Map.of(
                        "Партнер_Key", partner,
                        "Сумма", sum,
                        "ВалютаВзаиморасчетов_Key", currency,
                        "СуммаВзаиморасчетов", sum));
        return window.create(RECEIPTS, receipt);
    }

    @Override
    UUID refund(UUID sale, BigDecimal sum) {
        Entity order = order(sale);
        ObjectNode spending = money("ВозвратОплатыКлиенту", order, sum);
        payment(spending, order, sum);
        return window.create(SPENDINGS, spending);
    }

    private ObjectNode money(String operation, Entity order, BigDecimal sum) {
        UUID organization = order.reference("Организация_Key");
        UUID chosen = order.reference("БанковскийСчет_Key");
        return Window.body(Map.of(
                "ХозяйственнаяОперация",
                operation,
                "Организация_Key",
                organization,
                "БанковскийСчет_Key",
                chosen.equals(Value.EMPTY_REFERENCE)
                        ? window.referring("Catalog_БанковскиеСчетаОрганизаций", "Owner_Key", organization)
                        : chosen,
                "Контрагент_Key",
                order.reference("Контрагент_Key"),
                "Партнер_Key",
                order.reference("Партнер_Key"),
                "Валюта_Key",
                order.reference("Валюта_Key"),
                "СуммаДокумента",
                sum,
                "ТипПлатежногоДокумента",
                "ПлатежноеПоручение",
                "ПроведеноБанком",
                true,
                "Posted",
                true));
    }

    private ObjectNode payment(ObjectNode document, Entity order, BigDecimal sum) {
        return Window.row(
                document.putArray("РасшифровкаПлатежа"),
                Map.of(
                        "Партнер_Key", order.reference("Партнер_Key"),
                        "ОбъектРасчетов_Key", order.reference("ОбъектРасчетов_Key"),
                        "Сумма", sum,
                        "ВалютаВзаиморасчетов_Key", order.reference("Валюта_Key"),
                        "СуммаВзаиморасчетов", sum));
    }

    @Override
    UUID ship(UUID sale) {
        Entity order = order(sale);
        ObjectNode shipment = Window.body(Map.of(
                "Организация_Key", order.reference("Организация_Key"),
                "Партнер_Key", order.reference("Партнер_Key"),
                "Контрагент_Key", order.reference("Контрагент_Key"),
                "Соглашение_Key", order.reference("Соглашение_Key"),
                "Договор_Key", order.reference("Договор_Key"),
                "Валюта_Key", order.reference("Валюта_Key"),
                "ВалютаВзаиморасчетов_Key", order.reference("Валюта_Key"),
                "Склад_Key", order.reference("Склад_Key"),
                "СуммаДокумента", order.number("СуммаДокумента"),
                "ЦенаВключаетНДС", order.flag("ЦенаВключаетНДС")));
        shipment.put("Статус", "Отгружено")
                .put("ХозяйственнаяОперация", "РеализацияКлиенту")
                .put("НалогообложениеНДС", order.text("НалогообложениеНДС"))
                .put("ВариантОформленияПродажи", "РеализацияТоваровУслуг")
                .put("РеализацияПоЗаказам", true)
                .put("Posted", true);
        Window.refer(shipment, "ЗаказКлиента", ORDERS, order.reference());
        ArrayNode goods = shipment.putArray("Товары");
        order.rows(order.structure().part("Товары").orElseThrow()).stream()
                .filter(row -> !row.flag("Отменено"))
                .forEach(row -> ship(order, row, goods));
        return window.create(SHIPMENTS, shipment);
    }

    private static void ship(Entity order, PartRow row, ArrayNode goods) {
        ObjectNode shipped = Window.row(
                goods,
                Map.of(
                        "Номенклатура_Key", row.reference("Номенклатура_Key"),
                        "Характеристика_Key", row.reference("Характеристика_Key"),
                        "КоличествоУпаковок", row.number("КоличествоУпаковок"),
                        "Количество", row.number("Количество"),
                        "Цена", row.number("Цена"),
                        "Сумма", row.number("Сумма"),
                        "СтавкаНДС_Key", row.reference("СтавкаНДС_Key"),
                        "СуммаНДС", row.number("СуммаНДС"),
                        "СуммаСНДС", row.number("СуммаСНДС"),
                        "КодСтроки", row.number("КодСтроки")));
        Window.put(shipped, "ОбъектРасчетов_Key", order.reference("ОбъектРасчетов_Key"));
        Window.refer(shipped, "ЗаказКлиента", ORDERS, order.reference());
    }

    @Override
    UUID setPrice(UUID item, UUID priceKind, BigDecimal price, UUID currency, LocalDateTime at) {
        ObjectNode setting =
                Window.body(Map.of("Date", at, "Статус", "Согласован", "Согласован", true, "Posted", true));
        Window.row(
                setting.putArray(pricing25 ? "Товары2_5" : "Товары"),
                Map.of("Номенклатура_Key", item, "ВидЦены_Key", priceKind, "Цена", price, "Валюта_Key", currency));
        return window.create(PRICES, setting);
    }

    @Override
    boolean complete() {
        return window.has(PRICES) && window.has(PURCHASES);
    }

    @Override
    UUID receiveStock(UUID item, UUID warehouse, BigDecimal quantity, BigDecimal cost, LocalDateTime at) {
        BigDecimal sum = cost.multiply(quantity);
        ObjectNode purchase = Window.body(Map.of(
                "Date", at,
                "Организация_Key", window.first("Catalog_Организации"),
                "Склад_Key", warehouse,
                "СуммаДокумента", sum,
                "Posted", true));
        Window.row(
                purchase.putArray("Товары"),
                Map.of("Номенклатура_Key", item, "Количество", quantity, "Цена", cost, "Сумма", sum));
        return window.create(PURCHASES, purchase);
    }

    /** The order itself, or the one an invoice for payment is made from. */
    private Entity order(UUID sale) {
        return window.find(ORDERS, sale)
                .orElseGet(() ->
                        window.object(ORDERS, window.object(INVOICES, sale).reference("ДокументОснование")));
    }
}
