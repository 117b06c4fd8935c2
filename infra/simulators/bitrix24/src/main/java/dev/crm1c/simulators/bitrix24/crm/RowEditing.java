package dev.crm1c.simulators.bitrix24.crm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Saves product rows and then the item that they belong to. */
public final class RowEditing {
    private final ProductRows rows;
    private final Function<ItemType, Items> items;
    private final RowSaveEvents events;

    RowEditing(ProductRows rows, Function<ItemType, Items> items, RowSaveEvents events) {
        this.rows = rows;
        this.items = items;
        this.events = events;
    }

    /** All rows of the deal go and the given ones come, every one with a new id (bitrix24.md §5.3 [doc]). */
    public List<SavedRow> replace(long actor, Owner owner, List<ProductRow> given) {
        items(owner).get(owner.id());
        rows.removeAll(owner);
        given.forEach(row -> rows.add(owner, row));
        saved(actor, owner);
        return rows.of(owner);
    }

    public SavedRow add(long actor, Owner owner, ProductRow row) {
        items(owner).get(owner.id());
        SavedRow added = rows.add(owner, row);
        saved(actor, owner);
        return added;
    }

    public SavedRow change(long actor, long id, ProductRow row) {
        SavedRow changed = rows.change(rows.get(id), row);
        saved(actor, changed.owner());
        return changed;
    }

    public void remove(long actor, long id) {
        Owner owner = rows.get(id).owner();
        rows.remove(id);
        saved(actor, owner);
    }

    private void saved(long actor, Owner owner) {
        Map<String, Object> sums = sumsWithoutRows(owner);
        switch (events) {
            case ALWAYS -> items(owner).overwrite(actor, owner.id(), sums);
            case WHEN_TOTALS_CHANGE -> items(owner).update(actor, owner.id(), sums);
            case NEVER -> items(owner).settleSilently(actor, owner.id(), sums);
        }
    }

    /** When the last row goes, nobody else brings the sum down. */
    private Map<String, Object> sumsWithoutRows(Owner owner) {
        boolean manual =
                items(owner).get(owner.id()).text("isManualOpportunity").equals("Y");
        if (!rows.of(owner).isEmpty()) {
            return Map.of();
        }
        return manual
                ? Map.of("taxValue", BigDecimal.ZERO)
                : Map.of("taxValue", BigDecimal.ZERO, "opportunity", BigDecimal.ZERO);
    }

    private Items items(Owner owner) {
        return items.apply(owner.type());
    }
}
