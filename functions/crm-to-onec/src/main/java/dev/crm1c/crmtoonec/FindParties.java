package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.crmtoonec.MakeOnce.Made;
import dev.crm1c.crmtoonec.MakeOnce.Recipe;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who sells to whom under which contract: found in 1C, or made there once. */
@ApplicationScoped
class FindParties {
    private final OneC oneC;
    private final KnownBase knownBase;
    private final MakeOnce makeOnce;
    private final Clock clock;

    FindParties(OneC oneC, KnownBase knownBase, MakeOnce makeOnce, Clock clock) {
        this.oneC = oneC;
        this.knownBase = knownBase;
        this.makeOnce = makeOnce;
        this.clock = clock;
    }

    record Found(Parties parties, List<Remark> remarks) {}

    Reply<Found> find(Tenant tenant, Scenario scenario, CrmRef deal, CounterpartyCard buyer) {
        var search = new Search(tenant, deal, buyer, new ArrayList<>());
        return knownBase
                .of(tenant)
                .then(base -> oneC.kindsIn(tenant).contains(OneCKind.PARTNER)
                        ? search.partner(base)
                        : search.counterparty(new Step(Parties.of(base), LookFirst.ALWAYS)))
                .then(step -> scenario.makes().contains(OneCKind.CONTRACT) ? search.contract(step) : Reply.of(step))
                .map(step -> new Found(step.parties(), search.remarks()));
    }

    /** What is known so far, and whether 1C can have more about somebody whom we have only just made there. */
    private record Step(Parties parties, LookFirst lookFirst) {
        Step with(Made<OneCRef> made) {
            return switch (made) {
                case Made.Fresh<OneCRef>(OneCRef ref) -> new Step(parties.with(ref), LookFirst.AFTER_DOUBT);
                case Made.Known<OneCRef>(OneCRef ref) -> new Step(parties.with(ref), LookFirst.ALWAYS);
            };
        }
    }

    private final class Search {
        private final Tenant tenant;
        private final CrmRef deal;
        private final CounterpartyCard buyer;
        private final List<Remark> remarks;

        Search(Tenant tenant, CrmRef deal, CounterpartyCard buyer, List<Remark> remarks) {
            this.tenant = tenant;
            this.deal = deal;
            this.buyer = buyer;
            this.remarks = remarks;
        }

        List<Remark> remarks() {
            return List.copyOf(remarks);
        }

        Reply<Step> partner(OneCBase base) {
            var recipe = new PartnerRecipe(tenant, base, buyer);
            return makeOnce.make(tenant, keyOfBuyer(OneCKind.PARTNER), deal, recipe)
                    .then(made -> counterparty(new Step(Parties.of(base), LookFirst.ALWAYS).with(made)));
        }

        Reply<Step> counterparty(Step step) {
            var recipe = new CounterpartyRecipe(tenant, step, buyer, remarks);
            return makeOnce.make(tenant, keyOfBuyer(OneCKind.COUNTERPARTY), deal, recipe)
                    .map(step::with);
        }

        Reply<Step> contract(Step step) {
            Parties parties = step.parties();
            var key = new LinkKey(
                    OneCKind.CONTRACT,
                    parties.counterparty().key() + "/" + parties.base().organization());
            return makeOnce.make(tenant, key, deal, new ContractRecipe(tenant, step, remarks))
                    .map(step::with);
        }

        private LinkKey keyOfBuyer(OneCKind kind) {
            return new LinkKey(kind, buyer.identity().keyWithin(tenant.id()).hex());
        }
    }

    /** A partner has no number of its own: who it is, its counterparty tells. */
    private final class PartnerRecipe implements Recipe<OneCRef> {
        private final Tenant tenant;
        private final OneCBase base;
        private final CounterpartyCard buyer;

        PartnerRecipe(Tenant tenant, OneCBase base, CounterpartyCard buyer) {
            this.tenant = tenant;
            this.base = base;
            this.buyer = buyer;
        }

        @Override
        public LookFirst lookFirst() {
            return LookFirst.ALWAYS;
        }

        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            return oneC.findCounterparties(tenant, buyer.identity())
                    .map(found -> found.stream().findFirst().map(PartnerRecipe::partnerOf));
        }

        /** An earlier try may have made the partner and not its counterparty. */
        @Override
        public Reply<Optional<OneCRef>> lookAfterDoubt(Instant plannedAt, ProposedKey proposed) {
            return look(plannedAt)
                    .then(found -> found.isPresent() ? Reply.of(found) : oneC.findPartner(tenant, proposed));
        }

        private static OneCRef partnerOf(CounterpartyOnFile counterparty) {
            return switch (counterparty) {
                case CounterpartyOnFile.OfPartner(var _, OneCRef partner) -> partner;
                case CounterpartyOnFile.Alone(OneCRef ref) ->
                    throw new IllegalStateException("a configuration with partners gave none for " + ref);
            };
        }

        @Override
        public Reply<OneCRef> make(ProposedKey proposed) {
            return oneC.createPartner(tenant, base, buyer, proposed);
        }

        @Override
        public OneCRef refOf(OneCRef made) {
            return made;
        }
    }

    private final class CounterpartyRecipe implements Recipe<OneCRef> {
        private final Tenant tenant;
        private final Step step;
        private final CounterpartyCard buyer;
        private final List<Remark> remarks;

        CounterpartyRecipe(Tenant tenant, Step step, CounterpartyCard buyer, List<Remark> remarks) {
            this.tenant = tenant;
            this.step = step;
            this.buyer = buyer;
            this.remarks = remarks;
        }

        @Override
        public LookFirst lookFirst() {
            return step.lookFirst();
        }

        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            return oneC.findCounterparties(tenant, buyer.identity()).map(found -> {
                if (found.size() > 1) {
                    remarks.add(new Remark(Remark.Kind.COUNTERPARTY_DOUBLED));
                }
                return found.stream().findFirst().map(CounterpartyOnFile::ref);
            });
        }

        @Override
        public Reply<OneCRef> make(ProposedKey proposed) {
            return oneC.createCounterparty(tenant, step.parties(), buyer, proposed);
        }

        @Override
        public OneCRef refOf(OneCRef made) {
            return made;
        }

        @Override
        public Reply<OneCRef> complete(OneCRef found, ProposedKey proposed) {
            return oneC.complete(tenant, found, proposed);
        }
    }

    private final class ContractRecipe implements Recipe<OneCRef> {
        private final Tenant tenant;
        private final Step step;
        private final List<Remark> remarks;

        ContractRecipe(Tenant tenant, Step step, List<Remark> remarks) {
            this.tenant = tenant;
            this.step = step;
            this.remarks = remarks;
        }

        /** A counterparty made a moment ago has no contract yet: there is nothing to look for. */
        @Override
        public LookFirst lookFirst() {
            return step.lookFirst();
        }

        /** Of several contracts the newest: it is what people mean more often than not, and the note says that there was a choice. */
        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            return oneC.findContracts(tenant, step.parties()).map(found -> {
                if (found.size() > 1) {
                    remarks.add(new Remark(Remark.Kind.CONTRACT_OF_MANY));
                }
                return found.stream()
                        .max(Comparator.comparing(ContractOnFile::date))
                        .map(ContractOnFile::ref);
            });
        }

        @Override
        public Reply<OneCRef> make(ProposedKey proposed) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.onec().zone());
            return oneC.createContract(tenant, step.parties(), today, proposed);
        }

        @Override
        public OneCRef refOf(OneCRef made) {
            return made;
        }
    }
}
