package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * AccumulationRegister_ЗапасыИПотребности: what is there, and what orders want of it in the way each row says (onec.md
 * §2.2).
 */
final class SupplyAndDemand extends Movements {
    static final String SET = "AccumulationRegister_ЗапасыИПотребности";
    private final Infobase base;

    SupplyAndDemand(Infobase base) {
        super(
                new RecordSets(base, SET),
                Set.of(TradeDocuments.ORDERS, TradeDocuments.SHIPMENTS, TradeDocuments.PURCHASES));
        this.base = base;
    }

    @Override
    protected List<Movement> of(Entity document) {
        return switch (document.structure().set()) {
            case TradeDocuments.ORDERS -> TradeDocuments.active(document) ? wanted(document) : List.of();
            case TradeDocuments.SHIPMENTS -> TradeDocuments.shipped(document) ? shipped(document) : List.of();
            default ->
                WarehouseStock.goods(base, document).stream()
                        .map(row -> came(document, row))
                        .toList();
        };
    }

    private List<Movement> wanted(Entity order) {
        List<Movement> wanted = new ArrayList<>();
        for (PartRow row : WarehouseStock.goods(base, order)) {
            resource(row)
                    .filter(_ -> !row.flag("Отменено"))
                    .ifPresent(resource -> wanted.add(where(Movement.receipt(order.date()), order, row)
                            .with("Заказ", RecordSets.recorder(order))
                            .with(resource, row.number("Количество"))));
        }
        return wanted;
    }

    private static Optional<String> resource(PartRow row) {
        return switch (row.text("ВариантОбеспечения")) {
            case "Отгрузить", "СоСклада" -> Optional.of("РезервироватьНаСкладе");
            case "РезервироватьПоМереПоступления" -> Optional.of("РезервироватьПоМереПоступления");
            case "КОбеспечению" -> Optional.of("КОбеспечению");
            case "НеТребуется" -> Optional.of("НеОбеспечивать");
            default -> Optional.empty();
        };
    }

    /** What left the warehouse is there no more, and is wanted no more by the order it left for. */
    private List<Movement> shipped(Entity shipment) {
        List<Movement> movements = new ArrayList<>();
        for (PartRow row : WarehouseStock.goods(base, shipment)) {
            movements.add(
                    where(Movement.expense(shipment.date()), shipment, row).with("ВНаличии", row.number("Количество")));
            orderOf(row, shipment)
                    .ifPresent(order -> ordered(order, row)
                            .flatMap(SupplyAndDemand::resource)
                            .ifPresent(resource -> movements.add(where(Movement.expense(shipment.date()), shipment, row)
                                    .with("Заказ", RecordSets.recorder(order))
                                    .with(resource, row.number("Количество")))));
        }
        return movements;
    }

    private Optional<Entity> orderOf(PartRow row, Entity shipment) {
        UUID own = row.reference("ЗаказКлиента");
        return base.find(
                TradeDocuments.ORDERS, own.equals(Value.EMPTY_REFERENCE) ? shipment.reference("ЗаказКлиента") : own);
    }

    private static Optional<PartRow> ordered(Entity order, PartRow shipped) {
        return order.rows("Товары").stream()
                .filter(row -> row.reference("Номенклатура_Key").equals(shipped.reference("Номенклатура_Key")))
                .findFirst();
    }

    private static Movement came(Entity purchase, PartRow row) {
        return where(Movement.receipt(purchase.date()), purchase, row).with("ВНаличии", row.number("Количество"));
    }

    private static Movement where(Movement movement, Entity document, PartRow row) {
        UUID warehouse = WarehouseStock.warehouse(row, document);
        Movement under = movement.with("Номенклатура_Key", row.reference("Номенклатура_Key"))
                .with("Характеристика_Key", row.reference("Характеристика_Key"));
        return warehouse.equals(Value.EMPTY_REFERENCE)
                ? under
                : under.with("Склад", Value.Composite.reference("Catalog_Склады", warehouse));
    }
}
