package dev.crm1c.connectors.onec;

import dev.crm1c.connectors.onec.ItemTraits.Nature;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.ItemChoice;
import java.util.Map;
import java.util.UUID;

/**
 * What filling a document takes that its draft does not say and the base knows; read only where the profile asks for it.
 *
 * @param basisVat the tax of the document that this one is written over
 */
record Particulars(Map<UUID, ItemTraits> items, Money basisVat) {
    static final Particulars NONE = new Particulars(Map.of(), Money.ZERO);

    Particulars {
        items = Map.copyOf(items);
    }

    ItemTraits of(DocumentLine line) {
        return line.item() instanceof ItemChoice.Linked(UUID item) && items.containsKey(item)
                ? items.get(item)
                : ItemTraits.unknown(line.item());
    }

    /** {@code goods}, {@code services} or {@code both}. */
    String sold(DocumentDraft draft) {
        boolean goods = draft.lines().stream().anyMatch(line -> of(line).nature() == Nature.GOODS);
        boolean services = draft.lines().stream().anyMatch(line -> of(line).nature() == Nature.SERVICE);
        return goods && services ? "both" : (services ? Nature.SERVICE : Nature.GOODS).word();
    }
}
