package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entry of accounting: a sum from one account to another, each with what stands under it. */
record Entry(Side debit, Side credit, BigDecimal sum) {
    private static final List<String> SIDED = List.of("ВалютнаяСумма", "Количество", "СуммаНУ", "СуммаПР", "СуммаВР");

    /** @param analytics in the order of the account's own; @param quantity empty where the account counts no pieces */
    record Side(UUID account, List<Value.Composite> analytics, Value quantity) {
        static Side of(UUID account, Value.Composite... analytics) {
            return new Side(account, List.of(analytics), new Value.Nothing());
        }

        Side counting(BigDecimal pieces) {
            return new Side(account, analytics, new Value.Numeric(pieces));
        }

        private boolean counts() {
            return quantity instanceof Value.Numeric(var pieces) && pieces.signum() != 0;
        }

        private boolean known() {
            return !account.equals(Value.EMPTY_REFERENCE);
        }
    }

    /** Accounts are filled in by the forms: a document that came without them makes no entry (onec.md §1.6). */
    boolean possible() {
        return debit.known() && credit.known() && (sum.signum() != 0 || debit.counts() || credit.counts());
    }

    Movement of(Entity document) {
        Map<String, Value> values = new HashMap<>();
        values.put("Организация_Key", new Value.Key(document.reference("Организация_Key")));
        values.put("Сумма", new Value.Numeric(sum));
        put(values, "Dr", debit);
        put(values, "Cr", credit);
        return new Movement(document.date(), values);
    }

    private static void put(Map<String, Value> values, String suffix, Side side) {
        SIDED.forEach(resource -> values.put(resource + suffix, new Value.Nothing()));
        values.put("Account" + suffix + "_Key", new Value.Key(side.account()));
        values.put("Количество" + suffix, side.quantity());
        int place = 1;
        for (Value.Composite analytic : side.analytics()) {
            values.put("ExtDimension" + suffix + place++, analytic);
        }
    }
}
