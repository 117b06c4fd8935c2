package dev.crm1c.model.tenant;

import dev.crm1c.model.onec.ItemKey;
import java.util.List;

/**
 * How product rows find their items in 1C.
 *
 * @param match by what, one after another, when there is no link yet
 * @param fresh what the entries of new items are; used with {@link Unknown#CREATE} only
 */
public record ItemPolicy(List<ItemKey> match, Unknown unknown, NewItems fresh) {
    public ItemPolicy {
        match = List.copyOf(match);
    }

    public static ItemPolicy byName(Unknown unknown) {
        return new ItemPolicy(List.of(ItemKey.NAME), unknown, NewItems.UNSAID);
    }

    /** What becomes of a product row whose item 1C does not have. */
    public enum Unknown {
        /** The row goes to 1C as text, and the deal says so. */
        DESCRIBE,
        /** People are asked to make the item. */
        ASK_PEOPLE,
        /** We make the item. */
        CREATE
    }

    /** Names of entries of ВидыНоменклатуры for goods and services, and of the folder for new items; blank where nothing was said. */
    public record NewItems(String goodsKind, String serviceKind, String folder) {
        public static final NewItems UNSAID = new NewItems("", "", "");
    }
}
