package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.NumberSeries;
import java.util.HashMap;
import java.util.Map;

/** Gives codes and numbers of fixed width, documents' anew each year: {@code 00-000001}, {@code 00БП-000001}. */
final class Numbering {
    private final Infobase base;
    private final String numberPrefix;
    private final String codePrefix;
    private final Map<String, Integer> last = new HashMap<>();

    Numbering(Infobase base, String numberPrefix, String codePrefix) {
        this.base = base;
        this.numberPrefix = numberPrefix;
        this.codePrefix = codePrefix;
    }

    /** Called inside a transaction. */
    String next(Entity entity, NumberSeries series) {
        EntityStructure structure = entity.structure();
        String prefix = structure.document() ? numberPrefix : codePrefix;
        String fitting = prefix.length() < series.length() ? prefix : "";
        String counter = structure.set() + (series.yearly() ? entity.date().getYear() : "");
        String number;
        do {
            int ordinal = last.merge(counter, 1, Integer::sum);
            String digits = "%0" + (series.length() - fitting.length()) + "d";
            number = fitting + digits.formatted(ordinal);
        } while (taken(entity.with(series.property(), new Value.Text(number)), series));
        return number;
    }

    boolean taken(Entity entity, NumberSeries series) {
        return base.numbered(entity).stream()
                .filter(other -> !other.key().equals(entity.key()))
                .anyMatch(other -> !series.yearly()
                        || other.date().getYear() == entity.date().getYear());
    }
}
