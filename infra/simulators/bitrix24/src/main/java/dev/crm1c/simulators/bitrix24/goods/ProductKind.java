package dev.crm1c.simulators.bitrix24.goods;

import java.util.Set;

/** Products, parents of variations, variations and services (bitrix24.md §2.3, §5.7 [doc]). */
public enum ProductKind {
    /** Every kind is seen through catalog.product.*, only a simple one is made there. */
    PRODUCT(1, 23, "product", "products"),
    /** A parent; without variations it is of type 6, with them of type 3. */
    SKU(6, 23, "sku", "units"),
    OFFER(4, 24, "offer", "offers"),
    SERVICE(7, 23, "service", "services");

    private static final int PARENT_WITH_OFFERS = 3;
    private static final int ORPHAN_OFFER = 5;

    private final int type;
    private final long iblockId;
    private final String one;
    private final String several;

    ProductKind(int type, long iblockId, String one, String several) {
        this.type = type;
        this.iblockId = iblockId;
        this.one = one;
        this.several = several;
    }

    public boolean shows(Product product) {
        return this == PRODUCT || types().contains(product.type());
    }

    public long iblockId() {
        return iblockId;
    }

    /** The name around one in the answer of get. */
    public String one() {
        return one;
    }

    /** The name around many; those of parents, variations and services are a guess. */
    public String several() {
        return several;
    }

    int typeOfNew(boolean hasParent) {
        return this == OFFER && !hasParent ? ORPHAN_OFFER : type;
    }

    private Set<Integer> types() {
        return switch (this) {
            case PRODUCT -> Set.of(type);
            case SKU -> Set.of(type, PARENT_WITH_OFFERS);
            case OFFER -> Set.of(type, ORPHAN_OFFER);
            case SERVICE -> Set.of(type);
        };
    }
}
