package dev.crm1c.simulators.onec.structure;

import java.util.List;
import java.util.Optional;

/**
 * How the records of a register are made up, and the tables it calculates from them.
 *
 * @param records one record, as {@code _RecordType} shows it; of an independent register, as the set itself does
 */
public record RegisterStructure(
        Kind kind,
        boolean periodic,
        Shape records,
        List<RegisterField> dimensions,
        List<RegisterField> resources,
        List<VirtualTable> tables) {

    public enum Kind {
        INFORMATION,
        BALANCES,
        TURNOVERS,
        ACCOUNTING
    }

    public Optional<VirtualTable> table(String function) {
        return tables.stream().filter(table -> table.name().equals(function)).findFirst();
    }
}
