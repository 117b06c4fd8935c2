package dev.crm1c.model.catalogue;

import java.util.List;

/** @param extent of a list that is not whole nobody may conclude that a product is not there */
public record ProductList(List<CrmProduct> products, Extent extent) {
    public ProductList {
        products = List.copyOf(products);
    }

    public enum Extent {
        WHOLE,
        CUT_SHORT
    }
}
