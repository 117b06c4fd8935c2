package dev.crm1c.model.port;

import dev.crm1c.model.onec.ItemCard;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What 1C sells: its Номенклатура. */
public interface OneCItems {

    /**
     * Living items by what tells them apart, many in one request; a value that nothing has is missing from the answer. More than one item
     * means that the value does not tell them apart.
     */
    Reply<Map<String, List<ItemOnFile>>> find(Tenant tenant, ItemKey by, Set<String> values);

    /** What these items are; one that is gone is missing from the answer. */
    Reply<Map<UUID, ItemOnFile>> onFile(Tenant tenant, Set<UUID> items);

    /** Whether the base's dictionary of units has this code of ОКЕИ. */
    Reply<Units> unit(Tenant tenant, String okei);

    /** With the kind, the folder and the unit that the tenant's rule and the card say; people are asked when the base lacks one of them. */
    Reply<OneCRef> create(Tenant tenant, OneCBase base, ItemCard card, ProposedKey proposed);

    /**
     * The item that was made from this card, by the name and the article that were written, shortened as they were: for whoever does not know
     * whether his writing came through.
     */
    Reply<Optional<OneCRef>> findMade(Tenant tenant, ItemCard card);

    enum Units {
        KNOWN,
        UNKNOWN
    }
}
