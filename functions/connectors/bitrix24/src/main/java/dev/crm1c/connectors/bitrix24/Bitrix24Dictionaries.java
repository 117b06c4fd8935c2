package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.catalogue.CatalogueWords;
import dev.crm1c.model.port.CrmDictionaries;
import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.RequisitePreset;
import dev.crm1c.model.portal.Seller;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a portal's people have set up, book by book. */
@ApplicationScoped
class Bitrix24Dictionaries implements CrmDictionaries {
    private final StageBook stages;
    private final SellerBook sellers;
    private final PresetBook presets;
    private final CatalogueWordBook catalogue;

    Bitrix24Dictionaries(StageBook stages, SellerBook sellers, PresetBook presets, CatalogueWordBook catalogue) {
        this.stages = stages;
        this.sellers = sellers;
        this.presets = presets;
        this.catalogue = catalogue;
    }

    @Override
    public Reply<List<Pipeline>> pipelines(Tenant tenant, Pipeline.Of owner) {
        return stages.of(tenant, owner);
    }

    @Override
    public Reply<List<Seller>> sellers(Tenant tenant) {
        return sellers.all(tenant);
    }

    @Override
    public Reply<List<RequisitePreset>> requisitePresets(Tenant tenant) {
        return presets.all(tenant);
    }

    @Override
    public Reply<CatalogueWords> catalogueWords(Tenant tenant) {
        return catalogue.all(tenant);
    }
}
