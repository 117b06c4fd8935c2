package dev.crm1c.simulators.onec.posting;

import static dev.crm1c.simulators.onec.posting.TradeDocuments.ACTS;
import static dev.crm1c.simulators.onec.posting.TradeDocuments.BANK_RECEIPTS;
import static dev.crm1c.simulators.onec.posting.TradeDocuments.CASH_RECEIPTS;
import static dev.crm1c.simulators.onec.posting.TradeDocuments.ORDERS;
import static dev.crm1c.simulators.onec.posting.TradeDocuments.SHIPMENTS;
import static dev.crm1c.simulators.onec.posting.TradeDocuments.SPENDINGS;

import dev.crm1c.simulators.onec.base.BackgroundJobs;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * AccumulationRegister_РасчетыСКлиентами moves with the posting itself; what is calculated from it comes later (onec.md
 * §2.2).
 */
final class Settlements extends Movements {
    static final String SET = "AccumulationRegister_РасчетыСКлиентами";
    private static final String OBJECT = "ОбъектРасчетов_Key";
    private final Infobase base;
    private final SettlementObjects objects;
    private final BackgroundJobs jobs;
    private final SettlementRecalculation recalculation;

    Settlements(Infobase base, BackgroundJobs jobs) {
        super(new RecordSets(base, SET), Set.of(ORDERS, BANK_RECEIPTS, CASH_RECEIPTS, SPENDINGS, SHIPMENTS, ACTS));
        this.base = base;
        this.objects = new SettlementObjects(base);
        this.jobs = jobs;
        this.recalculation = new SettlementRecalculation(base, records, objects);
    }

    @Override
    protected List<Movement> of(Entity document) {
        return switch (document.structure().set()) {
            case ORDERS -> ordered(document);
            case SPENDINGS -> paid(document, true);
            case SHIPMENTS, ACTS -> TradeDocuments.shipped(document) ? shipped(document) : List.of();
            default -> paid(document, false);
        };
    }

    private List<Movement> ordered(Entity order) {
        UUID object = objects.of(order);
        base.store(order.with(OBJECT, new Value.Key(object)));
        BigDecimal sum = order.number("СуммаДокумента");
        if (!TradeDocuments.active(order) || sum.signum() == 0) {
            return List.of();
        }
        Movement asked = Movement.receipt(order.date()).with("КОплате", sum).with("КОтгрузке", sum);
        return List.of(about(asked, object, order, order.reference("Валюта_Key")));
    }

    private List<Movement> paid(Entity payment, boolean back) {
        List<Movement> movements = new ArrayList<>();
        for (PartRow row : payment.rows("РасшифровкаПлатежа")) {
            Movement sign = back ? Movement.receipt(payment.date()) : Movement.expense(payment.date());
            Movement sum = sign.with("Сумма", row.number("Сумма")).with("КОплате", row.number("Сумма"));
            movements.add(about(sum, paidFor(row, payment), payment, payment.reference("Валюта_Key")));
        }
        return movements;
    }

    /** The object the row names, or the one of the document it names; else the payment stands for itself. */
    private UUID paidFor(PartRow row, Entity payment) {
        UUID named = row.reference(OBJECT);
        return named.equals(Value.EMPTY_REFERENCE)
                ? objects.named(row, "ОснованиеПлатежа").orElseGet(() -> objects.of(payment))
                : named;
    }

    private List<Movement> shipped(Entity shipment) {
        Map<UUID, BigDecimal> sums = new LinkedHashMap<>();
        TradeDocuments.sold(shipment)
                .forEach(row -> sums.merge(shippedFor(row, shipment), sumOf(row, shipment), BigDecimal::add));
        List<Movement> movements = new ArrayList<>();
        sums.forEach((object, sum) -> {
            UUID currency = shipment.reference("Валюта_Key");
            Movement debt = Movement.receipt(shipment.date()).with("Сумма", sum);
            movements.add(about(debt, object, shipment, currency));
            if (!object.equals(SettlementObjects.keyOf(shipment.structure().set(), shipment.reference()))) {
                Movement fulfilled = Movement.expense(shipment.date()).with("КОтгрузке", sum);
                movements.add(about(fulfilled, object, shipment, currency));
            }
        });
        return movements;
    }

    /** A shipment that names no order is a debt of its own: no order was shipped by it. */
    private UUID shippedFor(PartRow row, Entity shipment) {
        UUID named = row.reference(OBJECT);
        return named.equals(Value.EMPTY_REFERENCE)
                ? objects.named(row, "ЗаказКлиента")
                        .or(() -> objects.named(shipment, "ЗаказКлиента"))
                        .orElseGet(() -> objects.of(shipment))
                : named;
    }

    private static BigDecimal sumOf(PartRow row, Entity shipment) {
        BigDecimal withTax = row.number("СуммаСНДС");
        if (withTax.signum() != 0) {
            return withTax;
        }
        BigDecimal sum = row.number("Сумма");
        return shipment.flag("ЦенаВключаетНДС") ? sum : sum.add(row.number("СуммаНДС"));
    }

    private Movement about(Movement movement, UUID object, Entity document, UUID currency) {
        return movement.with("АналитикаУчетаПоПартнерам_Key", objects.analytics(object, document))
                .with(OBJECT, object)
                .with("Валюта_Key", currency);
    }

    @Override
    protected void write(Entity document, List<Movement> movements) {
        Set<UUID> touched = new LinkedHashSet<>();
        if (document.structure().set().equals(ORDERS)) {
            touched.add(SettlementObjects.keyOf(ORDERS, document.reference()));
        }
        records.of(RecordSets.recorder(document)).forEach(row -> touched.add(row.reference(OBJECT)));
        super.write(document, movements);
        records.of(RecordSets.recorder(document)).forEach(row -> touched.add(row.reference(OBJECT)));
        touched.forEach(object -> jobs.later(() -> recalculation.of(object)));
    }
}
