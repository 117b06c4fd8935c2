package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import java.util.List;
import java.util.Set;

/** The documents of УТ and ERP that move something, and what is asked of them in one way (onec.md §2.2). */
final class TradeDocuments {
    static final String ORDERS = "Document_ЗаказКлиента";
    static final String SHIPMENTS = "Document_РеализацияТоваровУслуг";
    static final String ACTS = "Document_АктВыполненныхРабот";
    static final String BANK_RECEIPTS = "Document_ПоступлениеБезналичныхДенежныхСредств";
    static final String CASH_RECEIPTS = "Document_ПриходныйКассовыйОрдер";
    static final String SPENDINGS = "Document_СписаниеБезналичныхДенежныхСредств";
    static final String PURCHASES = "Document_ПриобретениеТоваровУслуг";
    static final String PRICES = "Document_УстановкаЦенНоменклатуры";
    private static final Set<String> ACTIVE = Set.of("КОбеспечению", "КОтгрузке");
    private static final Set<String> GONE = Set.of("ВПути", "Отгружено");

    private TradeDocuments() {}

    /** An order nobody agreed to, one that is closed, or has no status at all, asks for neither money nor goods. */
    static boolean active(Entity order) {
        return ACTIVE.contains(order.text("Статус"));
    }

    /** «К предоплате» is a shipment on paper only. */
    static boolean shipped(Entity shipment) {
        return shipment.structure().set().equals(ACTS) || GONE.contains(shipment.text("Статус"));
    }

    static List<PartRow> sold(Entity shipment) {
        return shipment.rows(shipment.structure().set().equals(ACTS) ? "Услуги" : "Товары");
    }
}
