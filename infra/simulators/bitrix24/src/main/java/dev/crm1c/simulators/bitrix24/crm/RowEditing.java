package dev.crm1c.simulators.bitrix24.crm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Saves product rows and then the deal that they belong to. */
public final class RowEditing {
    private final ProductRows rows;
    private final Items deals;
    private final RowSaveEvents events;

    RowEditing(ProductRows rows, Items deals, RowSaveEvents events) {
        this.rows = rows;
        this.deals = deals;
        this.events = events;
    }

    /** All rows of the deal go and the given ones come, every one with a new id (bitrix24.md §5.3 [doc]). */
    public List<SavedRow> replace(long actor, long deal, List<ProductRow> given) {
        deals.get(deal);
        rows.removeAll(deal);
        given.forEach(row -> rows.add(deal, row));
        saved(actor, deal);
        return rows.of(deal);
    }

    public SavedRow add(long actor, long deal, ProductRow row) {
        deals.get(deal);
        SavedRow added = rows.add(deal, row);
        saved(actor, deal);
        return added;
    }

    public SavedRow change(long actor, long id, ProductRow row) {
        SavedRow changed = rows.change(rows.get(id), row);
        saved(actor, changed.deal());
        return changed;
    }

    public void remove(long actor, long id) {
        long deal = rows.get(id).deal();
        rows.remove(id);
        saved(actor, deal);
    }

    private void saved(long actor, long deal) {
        Map<String, Object> sums = sumsWithoutRows(deal);
        switch (events) {
            case ALWAYS -> deals.overwrite(actor, deal, sums);
            case WHEN_TOTALS_CHANGE -> deals.update(actor, deal, sums);
            case NEVER -> deals.settleSilently(actor, deal, sums);
        }
    }

    /** When the last row goes, nobody else brings the sum down. */
    private Map<String, Object> sumsWithoutRows(long deal) {
        boolean manual = deals.get(deal).text("isManualOpportunity").equals("Y");
        if (!rows.of(deal).isEmpty()) {
            return Map.of();
        }
        return manual
                ? Map.of("taxValue", BigDecimal.ZERO)
                : Map.of("taxValue", BigDecimal.ZERO, "opportunity", BigDecimal.ZERO);
    }
}
