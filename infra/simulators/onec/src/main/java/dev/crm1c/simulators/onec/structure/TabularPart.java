package dev.crm1c.simulators.onec.structure;

/** A tabular part; its rows are also a read-only set named {@code <owner set>_<part>} (onec.md §1.2). */
public record TabularPart(String name, Shape shape) {
    public String rowType() {
        return shape.set() + "_RowType";
    }
}
