package dev.crm1c.connectors.onec;

import dev.crm1c.model.onec.ItemChoice;
import java.util.Map;
import java.util.UUID;

/**
 * What an item says of itself that decides how a document holds its line.
 *
 * @param entries dictionary entries of the item's own, by the names that the profile gives them; they stand in for those of the base
 */
record ItemTraits(Nature nature, Map<String, UUID> entries) {

    enum Nature {
        GOODS("goods"),
        SERVICE("services");

        private final String word;

        Nature(String word) {
            this.word = word;
        }

        /** As profiles call it. */
        String word() {
            return word;
        }
    }

    ItemTraits {
        entries = Map.copyOf(entries);
    }

    /** Words without an item lie in no warehouse; an item that 1C does not show is what most items are. */
    static ItemTraits unknown(ItemChoice item) {
        return new ItemTraits(
                switch (item) {
                    case ItemChoice.Linked _ -> Nature.GOODS;
                    case ItemChoice.Described _ -> Nature.SERVICE;
                },
                Map.of());
    }
}
