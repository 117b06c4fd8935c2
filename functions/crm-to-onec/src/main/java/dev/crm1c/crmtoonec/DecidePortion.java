package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.MatchItems.Matched;
import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatInForce;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Deliveries;
import dev.crm1c.model.port.Deliveries.Adding;
import dev.crm1c.model.port.OneCItems;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.Scenario.Aim;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decides what of a deal has been handed over since the last time. A portion is kept before 1C hears of it, so that every try speaks of the same
 * portions; and only when its items are known, so that what people have to mend is mended first.
 */
@ApplicationScoped
class DecidePortion {
    private static final Duration UNTIL_THE_OTHER_IS_DONE = Duration.ofSeconds(20);

    private final Deliveries deliveries;
    private final KnownBase knownBase;
    private final MatchItems matchItems;
    private final OneCItems items;
    private final Clock clock;

    DecidePortion(Deliveries deliveries, KnownBase knownBase, MatchItems matchItems, OneCItems items, Clock clock) {
        this.deliveries = deliveries;
        this.knownBase = knownBase;
        this.matchItems = matchItems;
        this.items = items;
        this.clock = clock;
    }

    /** All portions so far. */
    Reply<List<Portion>> decide(Tenant tenant, Crm crm, Aim.Deliver aim, SaleRequest request) {
        CrmRef deal = request.deal();
        List<Portion> earlier = deliveries.of(tenant.id(), deal);
        return new HandedOver(request.lines(), earlier)
                .next(said(tenant, request))
                .then(rows -> {
                    if (rows.isEmpty()) {
                        return Reply.of(earlier);
                    }
                    return services(tenant, crm, aim, request, rows)
                            .then(services ->
                                    keep(tenant, deal, earlier, new Portion(earlier.size() + 1, rows, services)));
                });
    }

    private static String said(Tenant tenant, SaleRequest request) {
        String field = tenant.crm().fields().getOrDefault(DealField.HANDED_OVER, "");
        return field.isEmpty() ? "" : request.head().field(field);
    }

    private Reply<List<Portion>> keep(Tenant tenant, CrmRef deal, List<Portion> earlier, Portion portion) {
        if (deliveries.add(tenant.id(), deal, portion) == Adding.TAKEN) {
            return Reply.stop(
                    new Outcome.Later(clock.instant().plus(UNTIL_THE_OTHER_IS_DONE), Delay.CLAIMED_BY_ANOTHER));
        }
        var all = new ArrayList<>(earlier);
        all.add(portion);
        return Reply.of(List.copyOf(all));
    }

    /** What their items in 1C are matters only where services go into a document of their own. */
    private Reply<Set<Integer>> services(
            Tenant tenant, Crm crm, Aim.Deliver aim, SaleRequest request, Map<Integer, Quantity> rows) {
        SaleRequest part = request.of(request.lines().stream()
                .filter(line -> rows.containsKey(line.number()))
                .toList());
        List<Problem> outdated = outdatedRates(tenant, part);
        if (!outdated.isEmpty()) {
            return Reply.stop(new Outcome.NeedsPeople(outdated));
        }
        return knownBase
                .of(tenant)
                .then(base -> matchItems.match(tenant, crm, base, part))
                .then(matched -> aim.makes().contains(OneCKind.ACT)
                        ? services(tenant, matched).then(services -> placed(aim, part, services))
                        : Reply.of(Set.of()));
    }

    /** Where there are acts alone, goods have no document to go into. */
    private static Reply<Set<Integer>> placed(Aim.Deliver aim, SaleRequest part, Set<Integer> services) {
        List<Problem> goods = aim.makes().contains(OneCKind.REALIZATION)
                ? List.of()
                : part.lines().stream()
                        .filter(line -> !services.contains(line.number()))
                        .<Problem>map(line -> new Problem.GoodsNotForDocument(line.number(), line.name(), OneCKind.ACT))
                        .toList();
        return goods.isEmpty() ? Reply.of(services) : Reply.stop(new Outcome.NeedsPeople(goods));
    }

    /** Goods go out under the rate of the day on which they go, whatever was agreed (reference "other CRMs and documents", C4). */
    private List<Problem> outdatedRates(Tenant tenant, SaleRequest part) {
        LocalDate today = tenant.onec().dayOf(clock.instant());
        return switch (tenant.terms().outdatedVat()) {
            case REMARK -> List.of();
            case ASK_PEOPLE ->
                part.lines().stream()
                        .filter(line -> !VatInForce.on(today, line.vatRate()))
                        .<Problem>map(line -> new Problem.VatRateNotInForce(
                                line.number(), line.name(), line.vatRate().inWords(), today))
                        .toList();
        };
    }

    private Reply<Set<Integer>> services(Tenant tenant, Matched matched) {
        var lineOf = new HashMap<Integer, UUID>();
        matched.choices().forEach((line, choice) -> {
            if (choice instanceof ItemChoice.Linked(UUID item)) {
                lineOf.put(line, item);
            }
        });
        return items.onFile(tenant, Set.copyOf(lineOf.values())).map(onFile -> {
            var services = new HashSet<Integer>();
            lineOf.forEach((line, item) -> {
                if (onFile.containsKey(item) && onFile.get(item).nature() == ItemNature.SERVICE) {
                    services.add(line);
                }
            });
            return Set.copyOf(services);
        });
    }
}
