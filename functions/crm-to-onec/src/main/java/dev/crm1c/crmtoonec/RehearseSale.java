package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.LookUpItems.Seen;
import dev.crm1c.crmtoonec.Rehearsal.PlannedDocument;
import dev.crm1c.crmtoonec.Rehearsal.Standing;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a deal would come to, found out by reading alone. Only which item is which is remembered: the day that it goes live the rest is looked at again. */
@ApplicationScoped
class RehearseSale {
    private final OneC oneC;
    private final KnownBase knownBase;
    private final LookUpItems lookUp;
    private final Clock clock;

    RehearseSale(OneC oneC, KnownBase knownBase, LookUpItems lookUp, Clock clock) {
        this.oneC = oneC;
        this.knownBase = knownBase;
        this.lookUp = lookUp;
        this.clock = clock;
    }

    Reply<Rehearsal> rehearse(Tenant tenant, Crm crm, Scenario scenario, SaleRequest request) {
        return knownBase
                .of(tenant)
                .then(base -> lookUp.see(tenant, crm, request.lines())
                        .then(seen -> seen.problems().isEmpty()
                                ? buyer(tenant, base, scenario, request, seen)
                                : Reply.stop(new Outcome.NeedsPeople(seen.problems()))));
    }

    private Reply<Rehearsal> buyer(Tenant tenant, OneCBase base, Scenario scenario, SaleRequest request, Seen seen) {
        return oneC.findCounterparties(tenant, request.buyer().identity())
                .then(found -> found.first()
                        .map(counterparty -> contract(tenant, base, counterparty, request)
                                .map(contract -> plan(scenario, request, seen, Standing.FOUND, contract)))
                        .orElseGet(() -> Reply.of(
                                plan(scenario, request, seen, Standing.WOULD_BE_MADE, Standing.WOULD_BE_MADE))));
    }

    private Reply<Standing> contract(
            Tenant tenant, OneCBase base, CounterpartyOnFile counterparty, SaleRequest request) {
        LocalDate today = tenant.onec().dayOf(clock.instant());
        Parties parties = Parties.of(base).with(counterparty.ref());
        var terms = FindContract.terms(FindContract.rule(tenant, request), today);
        return oneC.currency(tenant, base, request.currency(), today)
                .then(currency -> oneC.findContracts(tenant, parties, currency, terms))
                .map(contracts -> contracts.isEmpty() ? Standing.WOULD_BE_MADE : Standing.FOUND);
    }

    private static Rehearsal plan(
            Scenario scenario, SaleRequest request, Seen seen, Standing counterparty, Standing contract) {
        Set<OneCKind> makes = scenario.makes();
        List<PlannedDocument> documents = new TreeSet<>(makes)
                .stream()
                        .filter(kind -> kind.compareTo(OneCKind.ORDER) >= 0)
                        .map(kind -> new PlannedDocument(kind, request.total()))
                        .toList();
        return new Rehearsal(
                counterparty,
                makes.contains(OneCKind.CONTRACT) ? contract : Standing.NOT_WANTED,
                documents,
                seen.unknown().stream().map(wanted -> wanted.line().number()).toList());
    }
}
