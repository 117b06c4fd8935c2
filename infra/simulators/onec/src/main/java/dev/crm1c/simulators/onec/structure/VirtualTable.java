package dev.crm1c.simulators.onec.structure;

import java.util.List;
import java.util.Set;

/**
 * A table a register calculates on demand, called as a function (onec.md §1.5).
 *
 * @param columns what comes back when no dimensions are named
 * @param bound the set it is called on: the register's own, or the one of its records
 * @param dimensions what it can be grouped by
 */
public record VirtualTable(
        String name,
        Shape columns,
        String bound,
        Set<String> parameters,
        List<RegisterField> dimensions,
        List<RegisterField> resources) {
    public static final String PERIOD = "Period";
    public static final String START = "StartPeriod";
    public static final String END = "EndPeriod";
    public static final String CONDITION = "Condition";
    public static final String ACCOUNTS = "AccountCondition";
    public static final String DIMENSIONS = "Dimensions";

    /** As {@code $metadata} lists them. */
    public List<String> sortedParameters() {
        return parameters.stream().sorted().toList();
    }

    public static boolean moment(String parameter) {
        return parameter.endsWith(PERIOD);
    }
}
