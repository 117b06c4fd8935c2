package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The documents of Бухгалтерия that move something, and what is asked of them in one way (onec.md §2.1). */
final class AccountingDocuments {
    static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    static final String SHIPMENTS = "Document_РеализацияТоваровУслуг";
    static final String BANK_RECEIPTS = "Document_ПоступлениеНаРасчетныйСчет";
    static final String CASH_RECEIPTS = "Document_ПриходныйКассовыйОрдер";
    static final String CARD_RECEIPTS = "Document_ОплатаПлатежнойКартой";
    static final String SPENDINGS = "Document_СписаниеСРасчетногоСчета";
    static final String PURCHASES = "Document_ПоступлениеТоваровУслуг";
    static final String PRICES = "Document_УстановкаЦенНоменклатуры";
    static final Set<String> MONEY = Set.of(BANK_RECEIPTS, CASH_RECEIPTS, CARD_RECEIPTS, SPENDINGS);

    private AccountingDocuments() {}

    static List<PartRow> payments(Entity money) {
        return money.rows("РасшифровкаПлатежа");
    }

    static UUID counterparty(Entity document) {
        return document.reference(
                document.shape().property("Контрагент_Key").isPresent() ? "Контрагент_Key" : "Контрагент");
    }

    /** The account of money: at a bank, or in the till. */
    static UUID moneyAccount(Entity money) {
        return money.reference(money.shape().property("СчетБанк_Key").isPresent() ? "СчетБанк_Key" : "СчетКасса_Key");
    }

    static Stream<PartRow> sold(Entity shipment) {
        return Stream.concat(shipment.rows("Товары").stream(), shipment.rows("Услуги").stream());
    }

    static BigDecimal sumWithTax(Row row, Entity shipment) {
        BigDecimal sum = row.number("Сумма");
        return shipment.flag("СуммаВключаетНДС") ? sum : sum.add(row.number("СуммаНДС"));
    }

    /** A row may name an invoice of its own; most leave it to the document. */
    static UUID invoice(Row row, Entity shipment) {
        UUID own = row.reference("СчетНаОплатуПокупателю_Key");
        return own.equals(Value.EMPTY_REFERENCE) ? shipment.reference("СчетНаОплатуПокупателю_Key") : own;
    }
}
