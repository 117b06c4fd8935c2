package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the background job of settlements does for one object: debts and prepayments by their terms, and the state of
 * the order (onec.md §2.2).
 */
final class SettlementRecalculation {
    static final String TERMS = "AccumulationRegister_РасчетыСКлиентамиПоСрокам";
    private static final Comparator<PartRow> IN_TIME = Comparator.comparing(SettlementRecalculation::period);
    private final Infobase base;
    private final RecordSets settlements;
    private final RecordSets terms;
    private final SettlementObjects objects;
    private final OrderStates states;

    SettlementRecalculation(Infobase base, RecordSets settlements, SettlementObjects objects) {
        this.base = base;
        this.settlements = settlements;
        this.terms = new RecordSets(base, TERMS);
        this.objects = objects;
        this.states = new OrderStates(base);
    }

    void of(UUID object) {
        List<PartRow> moved = settlements.all().stream()
                .filter(row -> row.reference("ОбъектРасчетов_Key").equals(object))
                .filter(row -> row.number("Сумма").signum() != 0)
                .sorted(IN_TIME)
                .toList();
        Value.Composite recorder = Value.Composite.reference(
                "Document_РегистраторРасчетов",
                UUID.nameUUIDFromBytes(("РегистраторРасчетов" + object).getBytes(StandardCharsets.UTF_8)));
        terms.write(recorder, byTerms(object, moved));
        objects.find(object).ifPresent(found -> restate(found, moved));
    }

    private void restate(Entity object, List<PartRow> moved) {
        if (!(object.value("Объект") instanceof Value.Composite subject)
                || !subject.set().equals(TradeDocuments.ORDERS)) {
            return;
        }
        UUID key = UUID.fromString(subject.text());
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal shipped = BigDecimal.ZERO;
        for (PartRow row : moved) {
            if (sale(row)) {
                shipped = shipped.add(row.number("Сумма"));
            } else {
                paid = paid.add(received(row));
            }
        }
        Optional<Entity> order = base.find(TradeDocuments.ORDERS, key).filter(Entity::posted);
        if (order.isPresent()) {
            states.write(order.get(), paid, shipped);
        } else {
            states.remove(key);
        }
    }

    private static boolean sale(PartRow row) {
        String maker = ((Value.Composite) row.value(RecordSets.RECORDER)).set();
        return maker.equals(TradeDocuments.SHIPMENTS) || maker.equals(TradeDocuments.ACTS);
    }

    private static BigDecimal received(PartRow payment) {
        BigDecimal sum = payment.number("Сумма");
        return payment.text("RecordType").equals("Expense") ? sum : sum.negate();
    }

    /** What is shipped first eats the prepayment, what is paid first eats the debt. */
    private List<Movement> byTerms(UUID object, List<PartRow> moved) {
        List<Movement> movements = new ArrayList<>();
        BigDecimal debt = BigDecimal.ZERO;
        for (PartRow row : moved) {
            boolean grows = row.text("RecordType").equals("Receipt");
            BigDecimal sum = row.number("Сумма");
            BigDecimal counter = grows ? debt.negate() : debt;
            BigDecimal offset = sum.min(counter.max(BigDecimal.ZERO));
            add(movements, row, object, Movement.expense(period(row)), grows ? "Предоплата" : "Долг", offset);
            add(
                    movements,
                    row,
                    object,
                    Movement.receipt(period(row)),
                    grows ? "Долг" : "Предоплата",
                    sum.subtract(offset));
            debt = grows ? debt.add(sum) : debt.subtract(sum);
        }
        return movements;
    }

    private void add(
            List<Movement> movements, PartRow row, UUID object, Movement sign, String resource, BigDecimal sum) {
        if (sum.signum() == 0) {
            return;
        }
        LocalDateTime arisen = objects.find(object)
                .map(found -> ((Value.Moment) found.value("Дата")).at().truncatedTo(ChronoUnit.DAYS))
                .orElse(Value.EMPTY_DATE);
        Value subject = objects.find(object)
                .map(found -> found.value("Объект"))
                .orElse(new Value.Composite(Value.UNDEFINED, ""));
        movements.add(sign.with(resource, sum)
                .with(resource + "Регл", sum)
                .with(resource + "Упр", sum)
                .with("АналитикаУчетаПоПартнерам_Key", row.value("АналитикаУчетаПоПартнерам_Key"))
                .with("ОбъектРасчетов_Key", object)
                .with("Валюта_Key", row.value("Валюта_Key"))
                .with("РасчетныйДокумент", subject)
                .with("ДатаВозникновения", new Value.Moment(arisen))
                .with("ДатаПлановогоПогашения", new Value.Moment(arisen)));
    }

    private static LocalDateTime period(Row row) {
        return ((Value.Moment) row.value("Period")).at();
    }
}
