package dev.crm1c.crmapp;

import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.Deliveries;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How deals stand with 1C as the table knows it; 1C is not asked. */
@ApplicationScoped
class Standings {
    /** In the order in which they come about. */
    private static final List<OneCKind> AGREED = List.of(OneCKind.ORDER, OneCKind.INVOICE);

    private static final List<OneCKind> HANDED_OVER = List.of(OneCKind.REALIZATION, OneCKind.ACT);

    private final Works works;
    private final Links links;
    private final Deliveries deliveries;

    Standings(Works works, Links links, Deliveries deliveries) {
        this.works = works;
        this.links = links;
        this.deliveries = deliveries;
    }

    Standing of(TenantId tenant, CrmRef deal) {
        List<LinkKey> keys = Stream.concat(
                        AGREED.stream().map(kind -> LinkKey.ofDocument(kind, deal)),
                        deliveries.of(tenant, deal).stream().flatMap(portion -> documentsOf(portion, deal)))
                .toList();
        var found = links.findAll(tenant, Set.copyOf(keys));
        return new Standing(
                works.find(tenant, deal),
                keys.stream()
                        .filter(found::containsKey)
                        .map(key -> new Standing.Document(key.kind(), found.get(key)))
                        .toList());
    }

    private static Stream<LinkKey> documentsOf(Portion portion, CrmRef deal) {
        return HANDED_OVER.stream()
                .flatMap(kind -> Stream.of(
                        LinkKey.ofPortion(kind, deal, portion.number()),
                        LinkKey.ofTaxInvoice(deal, portion.number(), kind)));
    }
}
