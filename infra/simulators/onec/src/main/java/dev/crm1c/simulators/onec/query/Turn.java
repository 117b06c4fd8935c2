package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.RegisterField;
import dev.crm1c.simulators.onec.structure.RegisterStructure;
import dev.crm1c.simulators.onec.structure.Shape;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one record did to the totals of a register: an entry of accounting did two such things, one on either side.
 *
 * @param where the dimensions it did it under
 * @param plus a receipt, a debit, or a turnover
 * @param amounts by the name of the resource
 */
record Turn(Row where, LocalDateTime at, boolean plus, Map<String, BigDecimal> amounts) {

    static Stream<Turn> of(RegisterStructure register, List<RegisterField> dimensions, Row record) {
        if (register.kind() == RegisterStructure.Kind.ACCOUNTING) {
            return Stream.of("Dr", "Cr")
                    .filter(side -> record.value("Account" + side + "_Key") instanceof Value.Key key && !key.empty())
                    .map(side -> side(register, dimensions, record, side));
        }
        Map<String, Value> values = new HashMap<>();
        dimensions.forEach(dimension -> values.put(dimension.property().name(), record.value(dimension.property())));
        Map<String, BigDecimal> amounts = new HashMap<>();
        register.resources()
                .forEach(resource -> amounts.put(
                        resource.name(), record.number(resource.property().name())));
        boolean minus = register.kind() == RegisterStructure.Kind.BALANCES
                && record.text("RecordType").equals("Expense");
        return Stream.of(new Turn(under(dimensions, values), period(record), !minus, amounts));
    }

    /** The analytics of an entry are kept with it and shown only by what is calculated from it. */
    private static Turn side(RegisterStructure register, List<RegisterField> dimensions, Row record, String side) {
        Map<String, Value> values = new HashMap<>();
        for (RegisterField dimension : dimensions) {
            String shown = dimension.property().name();
            String kept = shown.startsWith("ExtDimension")
                    ? shown.replace("ExtDimension", "ExtDimension" + side)
                    : dimension.inRecord(side);
            if (record.values().containsKey(kept)) {
                values.put(shown, record.values().get(kept));
            }
        }
        Map<String, BigDecimal> amounts = new HashMap<>();
        register.resources().forEach(resource -> amounts.put(resource.name(), record.number(resource.inRecord(side))));
        return new Turn(under(dimensions, values), period(record), side.equals("Dr"), amounts);
    }

    private static Row under(List<RegisterField> dimensions, Map<String, Value> values) {
        return new CalculatedRow(Turn.shape(dimensions), values);
    }

    static Shape shape(List<RegisterField> dimensions) {
        return new Shape(
                "",
                dimensions.stream()
                        .flatMap(dimension -> dimension.properties().stream())
                        .toList(),
                List.of());
    }

    private static LocalDateTime period(Row record) {
        return ((Value.Moment) record.value("Period")).at();
    }
}
