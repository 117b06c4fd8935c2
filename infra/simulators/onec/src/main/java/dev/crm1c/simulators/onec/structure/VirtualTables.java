package dev.crm1c.simulators.onec.structure;

import static dev.crm1c.simulators.onec.structure.VirtualTable.ACCOUNTS;
import static dev.crm1c.simulators.onec.structure.VirtualTable.CONDITION;
import static dev.crm1c.simulators.onec.structure.VirtualTable.DIMENSIONS;
import static dev.crm1c.simulators.onec.structure.VirtualTable.END;
import static dev.crm1c.simulators.onec.structure.VirtualTable.PERIOD;
import static dev.crm1c.simulators.onec.structure.VirtualTable.START;

import dev.crm1c.simulators.onec.structure.PropertyType.Composite;
import dev.crm1c.simulators.onec.structure.PropertyType.CompositeTypeName;
import dev.crm1c.simulators.onec.structure.PropertyType.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables a register of each kind has, and their columns (onec.md §1.5 [code], §1.9). */
final class VirtualTables {
    private static final int EXT_DIMENSIONS = 3;
    private final String set;
    private final RegisterStructure.Kind kind;

    VirtualTables(String set, RegisterStructure.Kind kind) {
        this.set = set;
        this.kind = kind;
    }

    /** On the set of an independent register, on the records of a subordinate one (onec.md §1.5 [doc]). */
    List<VirtualTable> slices(Shape record, List<RegisterField> dimensions) {
        return Stream.of("SliceLast", "SliceFirst")
                .map(name ->
                        new VirtualTable(name, record, record.set(), Set.of(PERIOD, CONDITION), dimensions, List.of()))
                .toList();
    }

    List<VirtualTable> calculated(List<RegisterField> dimensions, List<RegisterField> resources) {
        return switch (kind) {
            case INFORMATION -> List.of();
            case TURNOVERS -> List.of(turnovers(dimensions, resources, List.of("Turnover")));
            case BALANCES ->
                List.of(
                        balance(dimensions, resources, List.of("Balance")),
                        turnovers(dimensions, resources, List.of("Turnover", "Receipt", "Expense")),
                        table(
                                "BalanceAndTurnovers",
                                "_BalanceAndTurnover",
                                dimensions,
                                resources,
                                List.of("OpeningBalance", "Turnover", "Receipt", "Expense", "ClosingBalance"),
                                Set.of(START, END, CONDITION, DIMENSIONS)));
            case ACCOUNTING -> {
                List<RegisterField> analytics = analytics(dimensions);
                yield List.of(
                        balance(analytics, resources, List.of("Balance", "BalanceDr", "BalanceCr")),
                        turnovers(analytics, resources, List.of("Turnover", "TurnoverDr", "TurnoverCr")));
            }
        };
    }

    private VirtualTable balance(List<RegisterField> dimensions, List<RegisterField> resources, List<String> suffixes) {
        Set<String> parameters = kind == RegisterStructure.Kind.ACCOUNTING
                ? Set.of(PERIOD, CONDITION, DIMENSIONS, ACCOUNTS, "ExtraDimensions")
                : Set.of(PERIOD, CONDITION, DIMENSIONS);
        return table("Balance", "_Balance", dimensions, resources, suffixes, parameters);
    }

    private VirtualTable turnovers(
            List<RegisterField> dimensions, List<RegisterField> resources, List<String> suffixes) {
        Set<String> parameters = kind == RegisterStructure.Kind.ACCOUNTING
                ? Set.of(START, END, CONDITION, DIMENSIONS, ACCOUNTS, "BalancedAccountCondition", "ExtraDimensions")
                : Set.of(START, END, CONDITION, DIMENSIONS);
        return table("Turnovers", "_Turnover", dimensions, resources, suffixes, parameters);
    }

    private VirtualTable table(
            String name,
            String type,
            List<RegisterField> dimensions,
            List<RegisterField> resources,
            List<String> suffixes,
            Set<String> parameters) {
        List<Property> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.addAll(dimension.properties()));
        suffixes.forEach(suffix ->
                resources.forEach(resource -> columns.add(resource.property().named(resource.name() + suffix))));
        return new VirtualTable(
                name, new Shape(set + type, columns, List.of()), set, parameters, dimensions, resources);
    }

    /** What an accounting register is analysed by: the account, what stands under it, then its own dimensions. */
    private List<RegisterField> analytics(List<RegisterField> dimensions) {
        List<RegisterField> analytics = new ArrayList<>();
        String chart = set.replaceFirst("AccountingRegister_", "ChartOfAccounts_");
        analytics.add(new RegisterField("Account", List.of(new Property("Account_Key", new Reference(chart))), false));
        for (int i = 1; i <= EXT_DIMENSIONS; i++) {
            String name = "ExtDimension" + i;
            List<Property> pair = List.of(
                    new Property(name, new Composite(Set.of())),
                    new Property(name + "_Type", new CompositeTypeName(name)));
            analytics.add(new RegisterField(name, pair, false));
        }
        analytics.addAll(dimensions);
        return analytics;
    }
}
