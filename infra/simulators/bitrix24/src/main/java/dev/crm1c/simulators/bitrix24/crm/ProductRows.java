package dev.crm1c.simulators.bitrix24.crm;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All product rows, of deals only. */
public final class ProductRows {
    private final Ids ids;
    private final NavigableMap<Long, SavedRow> rows = new TreeMap<>();

    ProductRows(Ids ids) {
        this.ids = ids;
    }

    public List<SavedRow> of(long deal) {
        return ofDeal(deal).toList();
    }

    public SavedRow get(long id) {
        return Optional.ofNullable(rows.get(id)).orElseThrow(ItemType::notFound);
    }

    public Collection<SavedRow> all() {
        return List.copyOf(rows.values());
    }

    SavedRow add(long deal, ProductRow row) {
        SavedRow saved = new SavedRow(ids.next("productRow"), deal, row);
        rows.put(saved.id(), saved);
        return saved;
    }

    SavedRow change(SavedRow before, ProductRow row) {
        SavedRow saved = new SavedRow(before.id(), before.deal(), row);
        rows.put(saved.id(), saved);
        return saved;
    }

    void remove(long id) {
        rows.remove(id);
    }

    void removeAll(long deal) {
        rows.values().removeIf(row -> row.deal() == deal);
    }

    Optional<RowTotals> totals(long deal) {
        return ofDeal(deal)
                .map(row -> new RowTotals(row.sum(), row.tax()))
                .reduce((one, other) -> new RowTotals(
                        one.sum().add(other.sum()), one.tax().add(other.tax())));
    }

    /** The type that this product had in an earlier row: the catalogue itself is not modelled. */
    public int typeOf(long productId, int otherwise) {
        return rows.values().stream()
                .map(SavedRow::row)
                .filter(row -> productId > 0 && row.productId() == productId)
                .map(ProductRow::type)
                .findFirst()
                .orElse(otherwise);
    }

    private Stream<SavedRow> ofDeal(long deal) {
        return rows.values().stream().filter(row -> row.deal() == deal);
    }
}
