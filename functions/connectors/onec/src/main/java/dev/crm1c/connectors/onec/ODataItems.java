package dev.crm1c.connectors.onec;

import dev.crm1c.model.onec.ItemCard;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.OneCItems;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Номенклатура over standard OData. */
@ApplicationScoped
class ODataItems implements OneCItems {
    private final ItemSearch search;
    private final ItemMaker maker;

    ODataItems(ItemSearch search, ItemMaker maker) {
        this.search = search;
        this.maker = maker;
    }

    @Override
    public Reply<Map<String, List<ItemOnFile>>> find(Tenant tenant, ItemKey by, Set<String> values) {
        return search.find(tenant, by, values);
    }

    @Override
    public Reply<Map<UUID, ItemOnFile>> onFile(Tenant tenant, Set<UUID> items) {
        return search.onFile(tenant, items);
    }

    @Override
    public Reply<Units> unit(Tenant tenant, String okei) {
        return maker.unit(tenant, okei);
    }

    @Override
    public Reply<OneCRef> create(Tenant tenant, OneCBase base, ItemCard card, ProposedKey proposed) {
        return maker.create(tenant, base, card, proposed);
    }

    @Override
    public Reply<Optional<OneCRef>> findMade(Tenant tenant, ItemCard card) {
        return maker.findMade(tenant, card);
    }
}
