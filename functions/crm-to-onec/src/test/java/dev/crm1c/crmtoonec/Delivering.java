package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealHead.Phase;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeOneC.KeyPolicy;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Paper;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.Aim;
import dev.crm1c.model.tenant.Scenario.OnProblem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tenants that want more than an invoice, and deals to match. */
final class Delivering {
    static final String DELIVERED = "FINAL_INVOICE";
    private static final String HANDED_OVER = "UF_CRM_C1_HANDED_OVER";

    private Delivering() {}

    /** Управление торговлей with a second stage, and the items of {@link World#agreed(int)}: the third one is a service. */
    static World world(KeyPolicy keys, OneCKind... handsOver) {
        return withItems(new World(keys, tenant(World.TRADE, handsOver)));
    }

    static World accounting(OneCKind... handsOver) {
        return withItems(new World(KeyPolicy.IGNORED, tenant(World.ACCOUNTING, handsOver)));
    }

    private static World withItems(World world) {
        world.oneC.item("Товар 1");
        world.oneC.item("Товар 2");
        world.oneC.item(ItemKey.NAME, "Товар 3", ItemNature.SERVICE);
        return world;
    }

    private static Tenant tenant(Set<OneCKind> agrees, OneCKind... handsOver) {
        Tenant tenant = DemoTenant.of("fake", Unknown.ASK_PEOPLE, agrees);
        var scenarios = new ArrayList<>(tenant.scenarios());
        scenarios.add(new Scenario(
                "0", Set.of(DELIVERED), new Aim.Deliver(Set.of(handsOver), Paper.TAX_INVOICE), new OnProblem.Stay()));
        return new Tenant(tenant.id(), tenant.crm(), tenant.onec(), scenarios, tenant.terms(), tenant.lanes());
    }

    static Tenant with(Tenant tenant, UnaryOperator<Terms> change) {
        return new Tenant(
                tenant.id(),
                tenant.crm(),
                tenant.onec(),
                tenant.scenarios(),
                change.apply(tenant.terms()),
                tenant.lanes());
    }

    static Deal delivered(Deal deal) {
        return at(deal, DELIVERED, Phase.OPEN, Map.of());
    }

    /** @param soFar {@code 1=2; 2=1,5} */
    static Deal delivered(Deal deal, String soFar) {
        return at(deal, DELIVERED, Phase.OPEN, Map.of(HANDED_OVER, soFar));
    }

    static Deal ended(Deal deal, Phase phase) {
        return at(deal, phase.name(), phase, Map.of());
    }

    static Deal at(Deal deal, String stage, Phase phase) {
        return at(deal, stage, phase, Map.of());
    }

    private static Deal at(Deal deal, String stage, Phase phase, Map<String, String> fields) {
        DealHead head = deal.head();
        return new Deal(
                deal.ref(),
                new DealHead(
                        head.title(),
                        new StageRef("0", stage),
                        phase,
                        head.createdAt(),
                        head.responsible(),
                        head.seller(),
                        head.sum(),
                        fields),
                deal.buyer(),
                deal.currency(),
                List.copyOf(deal.lines()));
    }
}
