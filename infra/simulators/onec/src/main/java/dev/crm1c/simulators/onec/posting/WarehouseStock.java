package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** AccumulationRegister_ТоварыНаСкладах: what lies where (onec.md §2.2). Services lie nowhere. */
final class WarehouseStock extends Movements {
    static final String SET = "AccumulationRegister_ТоварыНаСкладах";
    private final Infobase base;

    WarehouseStock(Infobase base) {
        super(new RecordSets(base, SET), Set.of(TradeDocuments.SHIPMENTS, TradeDocuments.PURCHASES));
        this.base = base;
    }

    @Override
    protected List<Movement> of(Entity document) {
        boolean shipment = document.structure().set().equals(TradeDocuments.SHIPMENTS);
        if (shipment && !TradeDocuments.shipped(document)) {
            return List.of();
        }
        return goods(base, document).stream()
                .filter(row -> !warehouse(row, document).equals(Value.EMPTY_REFERENCE))
                .map(row -> {
                    Movement sign = shipment ? Movement.expense(document.date()) : Movement.receipt(document.date());
                    return sign.with("ВНаличии", row.number("Количество"))
                            .with("Номенклатура_Key", row.reference("Номенклатура_Key"))
                            .with("Характеристика_Key", row.reference("Характеристика_Key"))
                            .with("Склад_Key", warehouse(row, document));
                })
                .toList();
    }

    static List<PartRow> goods(Infobase base, Entity document) {
        return document.rows("Товары").stream()
                .filter(row -> base.find("Catalog_Номенклатура", row.reference("Номенклатура_Key"))
                        .map(item -> item.text("ТипНоменклатуры"))
                        .filter(kind -> kind.equals("Товар") || kind.equals("МногооборотнаяТара"))
                        .isPresent())
                .toList();
    }

    /** Of the row, else of the document. */
    static UUID warehouse(Row row, Entity document) {
        UUID own = row.reference("Склад_Key");
        return own.equals(Value.EMPTY_REFERENCE) ? document.reference("Склад_Key") : own;
    }
}
