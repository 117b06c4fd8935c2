package dev.crm1c.simulators.onec.structure;

/**
 * A tabular part; its rows are also a read-only set named {@code <owner set>_<part>} (onec.md §1.2). The records of a
 * subordinate register are such a part too, with {@code <register>_RecordType} as their set.
 */
public record TabularPart(String name, Shape shape, String rowType) {
    public static final String RECORD_SET = "RecordSet";

    static TabularPart of(String name, Shape shape) {
        return new TabularPart(name, shape, shape.set() + "_RowType");
    }

    static TabularPart recordSet(String register, Shape shape) {
        return new TabularPart(RECORD_SET, shape, register + "_RowType");
    }
}
