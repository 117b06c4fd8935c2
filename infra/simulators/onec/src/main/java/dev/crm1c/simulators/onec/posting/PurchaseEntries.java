package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.posting.Entry.Side;
import java.util.List;

/** Goods come in and the supplier is owed. */
record PurchaseEntries(Entity purchase) {
    List<Entry> entries() {
        return purchase.rows("Товары").stream().map(this::entry).toList();
    }

    private Entry entry(PartRow row) {
        Value.Composite item = Value.Composite.reference("Catalog_Номенклатура", row.reference("Номенклатура_Key"));
        Value.Composite warehouse = Value.Composite.reference("Catalog_Склады", purchase.reference("Склад_Key"));
        Side goods = Side.of(row.reference("СчетУчета_Key"), item, warehouse).counting(row.number("Количество"));
        Client supplier = Client.of(purchase, purchase.reference("ДоговорКонтрагента_Key"));
        Side owed =
                supplier.on(purchase.reference("СчетУчетаРасчетовСКонтрагентом_Key"), RecordSets.recorder(purchase));
        return new Entry(goods, owed, row.number("Сумма"));
    }
}
