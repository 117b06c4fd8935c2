package dev.crm1c.simulators.bitrix24.crm;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** What an item comes to: without the manual mode the sum is that of the rows, whatever was written. */
record SumSettling(LongFunction<Optional<RowTotals>> totals) {

    void settle(Map<String, Object> values) {
        totals.apply((long) values.get("id")).ifPresent(rows -> {
            if (!"Y".equals(values.get("isManualOpportunity"))) {
                values.put("opportunity", FieldReading.exact(rows.sum()));
            }
            values.put("taxValue", FieldReading.exact(rows.tax()));
        });
        values.putIfAbsent("opportunity", BigDecimal.ZERO);
        values.putIfAbsent("taxValue", BigDecimal.ZERO);
    }
}
