package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A product row with its id and owner. */
public record SavedRow(long id, Owner owner, ProductRow row) {
    private static final int PLACES_OF_QUANTITY = 4;

    BigDecimal sum() {
        return row.price().multiply(row.quantity()).setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal tax() {
        return row.price()
                .subtract(RowPrices.of(row).exclusive())
                .multiply(row.quantity())
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** As crm.item.productrow.list shows it, key by key in the order of the sample. */
    public ObjectNode json() {
        RowPrices prices = RowPrices.of(row);
        ObjectNode json = Json.object()
                .put("id", id)
                .put("ownerId", owner.id())
                .put("ownerType", owner.type().shortCode())
                .put("productId", row.productId())
                .put("productName", row.productName());
        json.set("price", PhpNumber.json(row.price()));
        json.set("priceAccount", PhpNumber.json(row.price()));
        json.set("priceExclusive", PhpNumber.json(prices.exclusive()));
        json.set("priceNetto", PhpNumber.json(prices.netto()));
        json.set("priceBrutto", PhpNumber.json(prices.brutto()));
        json.set("quantity", PhpNumber.json(row.quantity().setScale(PLACES_OF_QUANTITY, RoundingMode.HALF_UP)));
        json.put("discountTypeId", row.discountTypeId());
        json.set("discountRate", PhpNumber.json(prices.discountRate()));
        json.set("discountSum", PhpNumber.json(prices.discountSum()));
        json.set("taxRate", row.taxRate() == null ? Json.NODES.nullNode() : PhpNumber.json(row.taxRate()));
        return json.put("taxIncluded", row.taxIncluded() ? "Y" : "N")
                .put("customized", "Y")
                .put("measureCode", row.measureCode())
                .put("measureName", row.measureName())
                .put("sort", row.sort())
                .put("xmlId", row.xmlId())
                .put("type", row.type())
                .put("storeId", 0);
    }
}
