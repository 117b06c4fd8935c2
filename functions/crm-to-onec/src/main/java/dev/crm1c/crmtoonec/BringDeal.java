package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.Aim;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings 1C to what a deal asks for, once everything that people would have to mend has been looked for. */
@ApplicationScoped
class BringDeal {
    private final CheckDeal checkDeal;
    private final MatchItems items;
    private final AgreeSale agreeSale;
    private final DeliverSale deliverSale;
    private final RehearseSale rehearseSale;
    private final Links links;
    private final Clock clock;

    BringDeal(
            CheckDeal checkDeal,
            MatchItems items,
            AgreeSale agreeSale,
            DeliverSale deliverSale,
            RehearseSale rehearseSale,
            Links links,
            Clock clock) {
        this.checkDeal = checkDeal;
        this.items = items;
        this.agreeSale = agreeSale;
        this.deliverSale = deliverSale;
        this.rehearseSale = rehearseSale;
        this.links = links;
        this.clock = clock;
    }

    sealed interface Brought {
        /** In the order of their making. */
        record Documents(List<IssuedDocument> documents) implements Brought {}

        /** What it would have been. */
        record Plan(Rehearsal rehearsal) implements Brought {}
    }

    Reply<Brought> bring(Tenant tenant, Crm crm, Scenario scenario, Deal deal) {
        LocalDate on = dateOfSale(tenant, deal);
        Optional<Tenant> selling = ChooseSeller.of(tenant, deal).map(tenant::sellingAs);
        return switch (checkDeal.check(tenant, deal, on)) {
            case Checked.Sound(SaleRequest request)
            when selling.isPresent() -> bring(selling.get(), crm, scenario, request);
            case Checked.Sound(SaleRequest request) ->
                Reply.stop(new Outcome.NeedsPeople(problems(tenant, crm, List.of(), request.lines(), selling)));
            case Checked.Faulty(List<Problem> found, List<SaleRequest.Line> lines) ->
                Reply.stop(new Outcome.NeedsPeople(problems(tenant, crm, found, lines, selling)));
        };
    }

    /** A rate belongs to the date of the document: that of the one that stands, else today. */
    private LocalDate dateOfSale(Tenant tenant, Deal deal) {
        var keys = Stream.of(OneCKind.ORDER, OneCKind.INVOICE)
                .map(kind -> LinkKey.ofDocument(kind, deal.ref()))
                .collect(Collectors.toSet());
        return links.findAll(tenant.id(), keys).values().stream()
                .flatMap(link -> link instanceof Link.OfDocument document
                        ? Stream.of(document.facts().date().toLocalDate())
                        : Stream.empty())
                .min(LocalDate::compareTo)
                .orElseGet(() -> tenant.onec().dayOf(clock.instant()));
    }

    /** Everything at once, so that people are asked once. */
    private List<Problem> problems(
            Tenant tenant, Crm crm, List<Problem> found, List<SaleRequest.Line> lines, Optional<Tenant> selling) {
        var all = new ArrayList<>(found);
        if (selling.isEmpty()) {
            all.add(new Problem.NoSellerForDeal());
        }
        all.addAll(items.problems(selling.orElse(tenant), crm, lines));
        return all;
    }

    private Reply<Brought> bring(Tenant tenant, Crm crm, Scenario scenario, SaleRequest request) {
        return switch (tenant.terms().mode()) {
            case REHEARSAL ->
                rehearseSale.rehearse(tenant, crm, scenario, request).map(Brought.Plan::new);
            case LIVE -> documents(tenant, crm, scenario, request).map(Brought.Documents::new);
        };
    }

    private Reply<List<IssuedDocument>> documents(Tenant tenant, Crm crm, Scenario scenario, SaleRequest request) {
        return switch (scenario.aim()) {
            case Aim.Agree agree -> agreeSale.bring(tenant, crm, agree, request);
            case Aim.Deliver deliver ->
                tenant.agreedIn(scenario.pipeline())
                        .map(agree -> agreeSale
                                .bring(tenant, crm, agree, request)
                                .then(sale -> deliverSale
                                        .bring(tenant, crm, agree, deliver, request, sale)
                                        .map(delivered -> joined(sale, delivered))))
                        .orElseGet(() -> Reply.askPeople(new Problem.NoScenarioForPipeline(scenario.pipeline())));
        };
    }

    private static List<IssuedDocument> joined(List<IssuedDocument> sale, List<IssuedDocument> delivered) {
        var all = new ArrayList<>(sale);
        all.addAll(delivered);
        return all;
    }
}
