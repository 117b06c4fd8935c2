package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the accounting register says so far, for documents that go on from there. */
final class Ledger {
    private static final Comparator<PartRow> IN_TIME = Comparator.comparing(Ledger::period);
    private final List<PartRow> entries;

    /** @param maker whose entries do not count: they are about to be made anew */
    Ledger(RecordSets records, Value.Composite maker) {
        entries = records.all().stream()
                .filter(row -> !row.value(RecordSets.RECORDER).equals(maker))
                .sorted(IN_TIME)
                .toList();
    }

    private static LocalDateTime period(Row row) {
        return ((Value.Moment) row.value("Period")).at();
    }

    /** What is open on an account under the first analytics, by the document it is open for; oldest first. */
    SequencedMap<Value.Composite, BigDecimal> open(UUID account, List<Value.Composite> under, boolean debt) {
        SequencedMap<Value.Composite, BigDecimal> open = new LinkedHashMap<>();
        each(account, under, (row, side) -> {
            BigDecimal sum = row.number("Сумма");
            boolean grows = side.equals(debt ? "Dr" : "Cr");
            if (row.values().get("ExtDimension" + side + (under.size() + 1)) instanceof Value.Composite document) {
                open.merge(document, grows ? sum : sum.negate(), BigDecimal::add);
            }
        });
        open.values().removeIf(sum -> sum.signum() <= 0);
        return open;
    }

    /** So many pieces at the average cost of what is there; nothing is known of what never came. */
    BigDecimal cost(UUID account, Value.Composite item, BigDecimal pieces) {
        BigDecimal[] total = {BigDecimal.ZERO, BigDecimal.ZERO};
        each(account, List.of(item), (row, side) -> {
            boolean plus = side.equals("Dr");
            BigDecimal sum = row.number("Сумма");
            BigDecimal count = row.number("Количество" + side);
            total[0] = plus ? total[0].add(sum) : total[0].subtract(sum);
            total[1] = plus ? total[1].add(count) : total[1].subtract(count);
        });
        return total[1].signum() <= 0
                ? BigDecimal.ZERO
                : total[0].multiply(pieces).divide(total[1], 2, RoundingMode.HALF_UP);
    }

    private void each(UUID account, List<Value.Composite> under, BiConsumer<PartRow, String> action) {
        entries.forEach(row -> Stream.of("Dr", "Cr")
                .filter(side -> row.reference("Account" + side + "_Key").equals(account))
                .filter(side -> analytics(row, side, under.size()).equals(under))
                .forEach(side -> action.accept(row, side)));
    }

    private static List<Value> analytics(PartRow row, String side, int count) {
        List<Value> analytics = new ArrayList<>();
        for (int place = 1; place <= count; place++) {
            Value value = row.values().get("ExtDimension" + side + place);
            if (value != null) {
                analytics.add(value);
            }
        }
        return analytics;
    }
}
