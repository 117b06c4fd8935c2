package dev.crm1c.local.flow;

import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ten product rows as people make them: goods and services, by the piece and by weight, with discounts of both kinds, taxed and not. */
final class TenRows {
    private static final String[] PRICES = {
        "10333.33", "0.01", "99.99", "1234.57", "7.77", "45999.90", "333.33", "12.30", "500.05", "88.88"
    };
    private static final String[] QUANTITIES = {"3", "7", "1.125", "2", "13", "1", "3", "9", "1", "11"};

    private TenRows() {}

    /** Known to both sides; each office has them once. */
    static ProductRow[] of(Office office) {
        List<ProductRow> rows = new ArrayList<>();
        for (int i = 0; i < PRICES.length; i++) {
            rows.add(row(office, i));
        }
        return rows.toArray(ProductRow[]::new);
    }

    private static ProductRow row(Office office, int i) {
        String name = "Позиция %02d".formatted(i + 1);
        long product = office.portal().administrator().product(name, Map.of());
        ProductRow row = ProductRow.of(name, PRICES[i], QUANTITIES[i])
                .withProduct(product)
                .withSort(10L * i);
        boolean byWeight = i == 2;
        boolean service = i == 8;
        if (service) {
            office.accountant().service(name, "P-" + i, office.unit("796"));
        } else {
            office.accountant().item(name, "P-" + i, office.unit(byWeight ? "166" : "796"));
        }
        ProductRow measured = byWeight ? row.withMeasure(166, "кг") : row;
        ProductRow taxed = i == 4 ? measured : measured.withVat(i % 3 == 1 ? 10 : 22);
        ProductRow sorted = service ? taxed.asService() : taxed;
        return switch (i) {
            case 0 -> sorted.withDiscountPercent("7.5");
            case 3 -> sorted.withDiscountSum("11.11");
            case 6 -> sorted.withDiscountPercent("33.33");
            default -> sorted;
        };
    }
}
