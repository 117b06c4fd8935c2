package dev.crm1c.crmapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryDeliveries;
import dev.crm1c.model.fake.InMemoryLinks;
import dev.crm1c.model.fake.InMemoryWorks;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "8061");

    private final InMemoryLinks links = new InMemoryLinks();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final Standings standings = new Standings(new InMemoryWorks(), links, deliveries);

    private Standing.Document linked(LinkKey key, long id) {
        var link = new Link.Created(new OneCRef(key.kind(), new UUID(0, id)));
        links.put(DemoTenant.ID, key, link);
        return new Standing.Document(key.kind(), link);
    }

    @Test
    void what_was_agreed_comes_before_what_was_delivered_portion_by_portion() {
        for (int number : List.of(1, 2)) {
            deliveries.add(DemoTenant.ID, DEAL, new Portion(number, Map.of(1, new Quantity(BigDecimal.ONE)), Set.of()));
        }
        var later = linked(LinkKey.ofPortion(OneCKind.REALIZATION, DEAL, 2), 5);
        var taxInvoice = linked(LinkKey.ofTaxInvoice(DEAL, 1, OneCKind.REALIZATION), 4);
        var sooner = linked(LinkKey.ofPortion(OneCKind.REALIZATION, DEAL, 1), 3);
        var invoice = linked(LinkKey.ofDocument(OneCKind.INVOICE, DEAL), 2);
        var order = linked(LinkKey.ofDocument(OneCKind.ORDER, DEAL), 1);

        assertThat(standings.of(DemoTenant.ID, DEAL).documents())
                .containsExactly(order, invoice, sooner, taxInvoice, later);
    }

    @Test
    void documents_of_another_deal_are_not_shown() {
        linked(LinkKey.ofDocument(OneCKind.INVOICE, new CrmRef(CrmKind.DEAL, "806")), 1);

        assertThat(standings.of(DemoTenant.ID, DEAL).documents()).isEmpty();
    }
}
