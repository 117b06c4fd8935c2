package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.crmtoonec.MakeOnce.Made;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who sells to whom under which contract: found in 1C, or made there once. */
@ApplicationScoped
class FindParties {
    private static final Duration BASE_STAYS_KNOWN = Duration.ofDays(1);

    private final OneC oneC;
    private final BaseFacts facts;
    private final MakeOnce makeOnce;
    private final Clock clock;

    FindParties(OneC oneC, BaseFacts facts, MakeOnce makeOnce, Clock clock) {
        this.oneC = oneC;
        this.facts = facts;
        this.makeOnce = makeOnce;
        this.clock = clock;
    }

    record Parties(OneCBase base, OneCRef counterparty, OneCRef contract, List<Remark> remarks) {}

    Reply<Parties> find(Tenant tenant, CrmRef deal, CounterpartyCard buyer) {
        var remarks = new ArrayList<Remark>();
        return base(tenant)
                .then(base -> counterparty(tenant, deal, base, buyer, remarks)
                        .then(counterparty -> contract(tenant, deal, base, counterparty, remarks)
                                .map(contract -> new Parties(base, ref(counterparty), ref(contract), remarks))));
    }

    private Reply<OneCBase> base(Tenant tenant) {
        Instant now = clock.instant();
        return facts.find(tenant, now)
                .map(Reply::of)
                .orElseGet(() -> oneC.findBase(tenant).map(found -> {
                    facts.put(tenant, found, now.plus(BASE_STAYS_KNOWN));
                    return found;
                }));
    }

    private Reply<Made<OneCRef>> counterparty(
            Tenant tenant, CrmRef deal, OneCBase base, CounterpartyCard buyer, List<Remark> remarks) {
        Fingerprint identity = buyer.identity().keyWithin(tenant.id());
        return makeOnce.make(
                tenant,
                new LinkKey(OneCKind.COUNTERPARTY, identity.hex()),
                deal,
                new CounterpartyRecipe(tenant, base, buyer, remarks));
    }

    /** A counterparty made a moment ago has no contract yet: there is nothing to look for. */
    private Reply<Made<OneCRef>> contract(
            Tenant tenant, CrmRef deal, OneCBase base, Made<OneCRef> counterparty, List<Remark> remarks) {
        LookFirst lookFirst = counterparty instanceof Made.Fresh<OneCRef> ? LookFirst.AFTER_DOUBT : LookFirst.ALWAYS;
        return makeOnce.make(
                tenant,
                new LinkKey(OneCKind.CONTRACT, ref(counterparty).key() + "/" + base.organization()),
                deal,
                new ContractRecipe(tenant, base, ref(counterparty), lookFirst, remarks));
    }

    private static OneCRef ref(Made<OneCRef> made) {
        return switch (made) {
            case Made.Known<OneCRef>(OneCRef ref) -> ref;
            case Made.Fresh<OneCRef>(OneCRef ref) -> ref;
        };
    }

    private final class CounterpartyRecipe implements MakeOnce.Recipe<OneCRef> {
        private final Tenant tenant;
        private final OneCBase base;
        private final CounterpartyCard buyer;
        private final List<Remark> remarks;

        CounterpartyRecipe(Tenant tenant, OneCBase base, CounterpartyCard buyer, List<Remark> remarks) {
            this.tenant = tenant;
            this.base = base;
            this.buyer = buyer;
            this.remarks = remarks;
        }

        @Override
        public LookFirst lookFirst() {
            return LookFirst.ALWAYS;
        }

        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            return oneC.findCounterparties(tenant, buyer.identity()).map(found -> {
                if (found.size() > 1) {
                    remarks.add(new Remark(Remark.Kind.COUNTERPARTY_DOUBLED));
                }
                return found.stream().findFirst();
            });
        }

        @Override
        public Reply<OneCRef> make(ProposedKey proposed) {
            return oneC.create(tenant, base, buyer, proposed);
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

    private final class ContractRecipe implements MakeOnce.Recipe<OneCRef> {
        private final Tenant tenant;
        private final OneCBase base;
        private final OneCRef counterparty;
        private final LookFirst lookFirst;
        private final List<Remark> remarks;

        ContractRecipe(Tenant tenant, OneCBase base, OneCRef counterparty, LookFirst lookFirst, List<Remark> remarks) {
            this.tenant = tenant;
            this.base = base;
            this.counterparty = counterparty;
            this.lookFirst = lookFirst;
            this.remarks = remarks;
        }

        @Override
        public LookFirst lookFirst() {
            return lookFirst;
        }

        /** Of several contracts the newest: it is what people mean more often than not, and the note says that there was a choice. */
        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            return oneC.findContracts(tenant, base, counterparty).map(found -> {
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
            return oneC.createContract(tenant, base, counterparty, today, proposed);
        }

        @Override
        public OneCRef refOf(OneCRef made) {
            return made;
        }
    }
}
