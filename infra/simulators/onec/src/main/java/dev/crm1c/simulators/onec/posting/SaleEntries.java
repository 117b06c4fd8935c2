package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.posting.Entry.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A sale: the client owes, goods leave at their cost, the tax is due, and what was paid before is set off. */
final class SaleEntries {
    private static final Value.Composite NONE = new Value.Composite(Value.UNDEFINED, "");
    private final Entity shipment;
    private final Ledger ledger;
    private final UUID tax;
    private final Client client;
    private final UUID debts;
    private final Value.Composite document;
    private final List<Entry> entries = new ArrayList<>();

    SaleEntries(Entity shipment, Ledger ledger, UUID tax) {
        this.shipment = shipment;
        this.ledger = ledger;
        this.tax = tax;
        this.client = Client.of(shipment, shipment.reference("ДоговорКонтрагента_Key"));
        this.debts = shipment.reference("СчетУчетаРасчетовСКонтрагентом_Key");
        this.document = RecordSets.recorder(shipment);
    }

    List<Entry> entries() {
        shipment.rows("Товары").forEach(this::cost);
        AccountingDocuments.sold(shipment).forEach(this::revenue);
        if (shipment.text("СпособЗачетаАвансов").equals("Автоматически")) {
            setOff();
        }
        return entries;
    }

    private void cost(PartRow row) {
        Value.Composite item = Value.Composite.reference("Catalog_Номенклатура", row.reference("Номенклатура_Key"));
        Value.Composite warehouse = Value.Composite.reference("Catalog_Склады", shipment.reference("Склад_Key"));
        BigDecimal pieces = row.number("Количество");
        UUID stock = row.reference("СчетУчета_Key");
        Side goods = Side.of(stock, item, warehouse).counting(pieces);
        entries.add(new Entry(
                Side.of(row.reference("СчетРасходов_Key"), group(row)), goods, ledger.cost(stock, item, pieces)));
    }

    private void revenue(PartRow row) {
        BigDecimal sum = AccountingDocuments.sumWithTax(row, shipment);
        Side income = Side.of(row.reference("СчетДоходов_Key"), group(row));
        entries.add(new Entry(client.on(debts, document), income, sum));
        Side due = Side.of(row.reference("СчетУчетаНДСПоРеализации_Key"), group(row));
        entries.add(new Entry(due, Side.of(tax), row.number("СуммаНДС")));
    }

    private static Value.Composite group(PartRow row) {
        return row.given("Субконто").orElse(NONE) instanceof Value.Composite chosen ? chosen : NONE;
    }

    private void setOff() {
        UUID advances = shipment.reference("СчетУчетаРасчетовПоАвансам_Key");
        BigDecimal left = entries.stream()
                .filter(Entry::possible)
                .filter(entry -> entry.debit().account().equals(debts))
                .map(Entry::sum)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var advance : ledger.open(advances, client.analytics(), false).entrySet()) {
            BigDecimal sum = left.min(advance.getValue());
            entries.add(new Entry(client.on(advances, advance.getKey()), client.on(debts, document), sum));
            left = left.subtract(sum);
        }
    }
}
