package dev.crm1c.simulators.bitrix24.crm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All product rows, of deals and of smart invoices. */
public final class ProductRows {
    private final Ids ids;
    private final Map<Long, SavedRow> byId = new HashMap<>();
    private final Map<Owner, NavigableMap<Long, SavedRow>> byOwner = new HashMap<>();
    private final Map<Long, Integer> productTypes = new HashMap<>();

    ProductRows(Ids ids) {
        this.ids = ids;
    }

    public List<SavedRow> of(Owner owner) {
        return List.copyOf(rowsOf(owner).values());
    }

    public SavedRow get(long id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(ItemType::notFound);
    }

    SavedRow add(Owner owner, ProductRow row) {
        return keep(new SavedRow(ids.next("productRow"), owner, row));
    }

    SavedRow change(SavedRow before, ProductRow row) {
        return keep(new SavedRow(before.id(), before.owner(), row));
    }

    void remove(long id) {
        SavedRow row = byId.remove(id);
        rowsOf(row.owner()).remove(id);
    }

    void removeAll(Owner owner) {
        rowsOf(owner).keySet().forEach(byId::remove);
        byOwner.remove(owner);
    }

    Optional<RowTotals> totals(Owner owner) {
        return rowsOf(owner).values().stream()
                .map(row -> new RowTotals(row.sum(), row.tax()))
                .reduce((one, other) ->
                        new RowTotals(one.sum().add(other.sum()), one.tax().add(other.tax())));
    }

    /** The type that this product had in an earlier row: the catalogue itself is not modelled. */
    public int typeOf(long productId, int otherwise) {
        return productTypes.getOrDefault(productId, otherwise);
    }

    private SavedRow keep(SavedRow row) {
        byId.put(row.id(), row);
        byOwner.computeIfAbsent(row.owner(), fresh -> new TreeMap<>()).put(row.id(), row);
        if (row.row().productId() > 0) {
            productTypes.putIfAbsent(row.row().productId(), row.row().type());
        }
        return row;
    }

    private NavigableMap<Long, SavedRow> rowsOf(Owner owner) {
        return byOwner.getOrDefault(owner, new TreeMap<>());
    }
}
