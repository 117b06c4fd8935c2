package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.MakeOnce.CardRecipe;
import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.crmtoonec.MakeOnce.Made;
import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.Contacts;
import dev.crm1c.model.onec.CounterpartiesFound;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.CounterpartyStanding;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.port.CounterpartyDetails;
import dev.crm1c.model.port.CounterpartyDetails.Addition;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.port.OneC.Standing;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The counterparty that buys, and the partner above it where the configuration has partners: found, or made once. */
@ApplicationScoped
class FindBuyer {
    private final OneC oneC;
    private final CounterpartyDetails details;
    private final MakeOnce makeOnce;

    FindBuyer(OneC oneC, CounterpartyDetails details, MakeOnce makeOnce) {
        this.oneC = oneC;
        this.details = details;
        this.makeOnce = makeOnce;
    }

    /** What is known so far, and whether 1C can have more about somebody whom we have only just made there. */
    record BuyerFound(Parties parties, LookFirst lookFirst) {
        BuyerFound with(Made<OneCRef> made) {
            return switch (made) {
                case Made.Fresh<OneCRef>(OneCRef ref) -> new BuyerFound(parties.with(ref), LookFirst.AFTER_DOUBT);
                case Made.Known<OneCRef>(OneCRef ref) -> new BuyerFound(parties.with(ref), LookFirst.ALWAYS);
            };
        }
    }

    Reply<BuyerFound> find(Tenant tenant, OneCBase base, SaleRequest request, LocalDate on, List<Remark> remarks) {
        var search = new Search(tenant, request, on, remarks);
        var nothingYet = new BuyerFound(Parties.of(base), LookFirst.ALWAYS);
        return oneC.kindsIn(tenant).contains(OneCKind.PARTNER)
                ? search.partner(nothingYet).then(search::counterparty)
                : search.counterparty(nothingYet);
    }

    private final class Search {
        private final Tenant tenant;
        private final SaleRequest request;
        private final LocalDate on;
        private final List<Remark> remarks;
        /** What the last look in 1C has shown; nothing is made before a look. */
        private CounterpartiesFound seen = new CounterpartiesFound(List.of(), List.of());

        Search(Tenant tenant, SaleRequest request, LocalDate on, List<Remark> remarks) {
            this.tenant = tenant;
            this.request = request;
            this.on = on;
            this.remarks = remarks;
        }

        Reply<BuyerFound> partner(BuyerFound before) {
            return makeOnce.make(
                            tenant,
                            key(OneCKind.PARTNER),
                            request.deal(),
                            new PartnerRecipe(before.parties().base()))
                    .map(before::with);
        }

        Reply<BuyerFound> counterparty(BuyerFound before) {
            return makeOnce.make(tenant, key(OneCKind.COUNTERPARTY), request.deal(), new CounterpartyRecipe(before))
                    .map(before::with)
                    .map(this::underItsPartner);
        }

        /** Of merged doubles the one that stayed may stand under another partner than the one that we knew. */
        private BuyerFound underItsPartner(BuyerFound buyer) {
            return seen.same().stream()
                    .filter(one -> one.ref().equals(buyer.parties().counterparty()))
                    .flatMap(one -> one instanceof CounterpartyOnFile.OfPartner(var _, OneCRef partner)
                            ? Stream.of(partner)
                            : Stream.empty())
                    .findFirst()
                    .filter(partner -> !buyer.parties().refs().containsValue(partner))
                    .map(partner -> {
                        makeOnce.remember(tenant, key(OneCKind.PARTNER), partner, on);
                        return new BuyerFound(buyer.parties().with(partner), buyer.lookFirst());
                    })
                    .orElse(buyer);
        }

        private LinkKey key(OneCKind kind) {
            return new LinkKey(
                    kind, request.buyer().identity().keyWithin(tenant.id()).hex());
        }

        private Reply<CounterpartiesFound> look() {
            return oneC.findCounterparties(tenant, request.buyer().identity()).map(found -> {
                seen = found;
                return found;
            });
        }

        /** People may have given it another КПП or another comment since: what is known is looked at by its key. */
        private abstract class BuyerRecipe implements CardRecipe {
            @Override
            public LocalDate on() {
                return on;
            }

            @Override
            public Reply<Standing> standing(OneCRef known) {
                return oneC.standing(tenant, known);
            }
        }

        /** A partner has no number of its own: who it is, its counterparty tells. A branch stands under its head office's. */
        private final class PartnerRecipe extends BuyerRecipe {
            private final OneCBase base;

            PartnerRecipe(OneCBase base) {
                this.base = base;
            }

            @Override
            public LookFirst lookFirst() {
                return LookFirst.ALWAYS;
            }

            @Override
            public Reply<Optional<OneCRef>> look(Instant plannedAt) {
                return Search.this
                        .look()
                        .map(found -> found.first()
                                .or(() -> found.heads().stream().findFirst())
                                .map(FindBuyer::partnerOf));
            }

            /** An earlier try may have made the partner and not its counterparty. */
            @Override
            public Reply<Optional<OneCRef>> lookAfterDoubt(Instant plannedAt, ProposedKey proposed) {
                return look(plannedAt)
                        .then(found -> found.isPresent() ? Reply.of(found) : oneC.findPartner(tenant, proposed));
            }

            @Override
            public Reply<OneCRef> make(ProposedKey proposed) {
                return oneC.createPartner(tenant, base, request.buyer(), proposed);
            }
        }

        private final class CounterpartyRecipe extends BuyerRecipe {
            private final BuyerFound before;

            CounterpartyRecipe(BuyerFound before) {
                this.before = before;
            }

            @Override
            public LookFirst lookFirst() {
                return before.lookFirst();
            }

            @Override
            public Reply<Optional<OneCRef>> look(Instant plannedAt) {
                return Search.this.look().map(found -> {
                    if (found.same().size() > 1) {
                        remarks.add(new Remark(Remark.Kind.COUNTERPARTY_DOUBLED));
                    }
                    return found.first().map(CounterpartyOnFile::ref);
                });
            }

            @Override
            public Reply<OneCRef> make(ProposedKey proposed) {
                CounterpartyStanding standing = standing();
                if (standing instanceof CounterpartyStanding.BranchAlone) {
                    remarks.add(new Remark(Remark.Kind.HEAD_OFFICE_MISSING));
                }
                return oneC.createCounterparty(tenant, before.parties(), request.buyer(), standing, proposed)
                        .map(this::withContacts);
            }

            /** A sale does not wait for a phone number: one that could not be written is told of. */
            private OneCRef withContacts(OneCRef counterparty) {
                Reach reach = request.buyer().reach();
                var contacts = new Contacts(first(reach.phones()), first(reach.emails()));
                if (details.contacts(tenant, counterparty, contacts) instanceof Reply.Stopped<Addition>) {
                    remarks.add(new Remark(Remark.Kind.CONTACTS_NOT_WRITTEN));
                }
                return counterparty;
            }

            private CounterpartyStanding standing() {
                return seen.heads().stream()
                        .findFirst()
                        .<CounterpartyStanding>map(CounterpartyStanding.BranchOf::new)
                        .orElseGet(() -> isBranch(request.buyer().identity())
                                ? new CounterpartyStanding.BranchAlone()
                                : new CounterpartyStanding.HeadOffice());
            }

            @Override
            public Reply<OneCRef> complete(OneCRef found, ProposedKey proposed) {
                return oneC.complete(tenant, found, proposed);
            }
        }
    }

    private static String first(List<String> all) {
        return all.stream().findFirst().orElse("");
    }

    private static boolean isBranch(BuyerIdentity identity) {
        return identity instanceof BuyerIdentity.Registered(LegalIdentity.Organization organization)
                && !organization.kpp().ofHeadOffice();
    }

    private static OneCRef partnerOf(CounterpartyOnFile counterparty) {
        return switch (counterparty) {
            case CounterpartyOnFile.OfPartner(var _, OneCRef partner) -> partner;
            case CounterpartyOnFile.Alone(OneCRef ref) ->
                throw new IllegalStateException("a configuration with partners gave none for " + ref);
        };
    }
}
