package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.SaleProgress;
import dev.crm1c.model.onec.SaleProgress.Portion;
import dev.crm1c.model.port.Deliveries;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.CannotWithdraw;
import dev.crm1c.model.sync.Problem.CannotWithdraw.Barrier;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes back what 1C has of a lost deal, as long as nobody has paid, shipped or touched it: all of it or, when one cannot be, nothing. */
@ApplicationScoped
class WithdrawDocuments {
    /** The invoice first: it stands over the order. */
    private static final List<OneCKind> KINDS = List.of(OneCKind.INVOICE, OneCKind.ORDER);

    private final OneC oneC;
    private final Links links;
    private final Deliveries deliveries;
    private final KnownBase knownBase;
    private final MakeOnce makeOnce;

    WithdrawDocuments(OneC oneC, Links links, Deliveries deliveries, KnownBase knownBase, MakeOnce makeOnce) {
        this.oneC = oneC;
        this.links = links;
        this.deliveries = deliveries;
        this.knownBase = knownBase;
        this.makeOnce = makeOnce;
    }

    record Withdrawn(OneCKind kind, Link.Withdrawn link) {}

    /** Whether 1C has anything of a deal, or may have. */
    boolean hasAny(Tenant tenant, CrmRef deal) {
        return KINDS.stream().anyMatch(kind -> !(link(tenant, kind, deal) instanceof Link.Absent));
    }

    /** Whether something of it, or what may be something, has not been taken back. */
    boolean hasStanding(Tenant tenant, CrmRef deal) {
        return KINDS.stream().map(kind -> link(tenant, kind, deal)).anyMatch(link -> switch (link) {
            case Link.Absent(), Link.Withdrawn _ -> false;
            case Link.Planned _, Link.InOneC _ -> true;
        });
    }

    Reply<List<Withdrawn>> withdraw(Tenant tenant, CrmRef deal) {
        return knownBase.of(tenant).then(base -> {
            Reply<List<Standing>> standing = Reply.of(List.of());
            for (OneCKind kind : KINDS) {
                standing = standing.then(
                        before -> standing(tenant, base, kind, deal).map(found -> {
                            var all = new ArrayList<>(before);
                            found.ifPresent(all::add);
                            return List.copyOf(all);
                        }));
            }
            return standing.then(all -> free(tenant, deal, all)).then(all -> withdrawAll(tenant, deal, all));
        });
    }

    /** A document that is there. */
    private record Standing(OneCKind kind, DocumentSheet sheet, Link link) {}

    private Reply<Optional<Standing>> standing(Tenant tenant, OneCBase base, OneCKind kind, CrmRef deal) {
        Link link = link(tenant, kind, deal);
        Reply<Optional<OneCRef>> ref = switch (link) {
            case Link.Absent(), Link.Withdrawn _ -> Reply.of(Optional.empty());
            case Link.Planned(Link.Claim claim) ->
                makeOnce.whenCertain(claim.at(), () -> find(tenant, kind, deal, claim.at()));
            case Link.Changing changing ->
                makeOnce.whenCertain(changing.since(), () -> Reply.of(Optional.of(changing.ref())));
            case Link.InOneC known -> Reply.of(Optional.of(known.ref()));
        };
        return ref.then(found -> found.map(known -> oneC.read(tenant, base, known)
                        .map(onFile -> onFile instanceof DocumentOnFile.Found(DocumentSheet sheet)
                                ? Optional.of(new Standing(kind, sheet, link))
                                : Optional.<Standing>empty()))
                .orElseGet(() -> Reply.of(Optional.empty())));
    }

    private Reply<Optional<OneCRef>> find(Tenant tenant, OneCKind kind, CrmRef deal, Instant plannedAt) {
        LocalDate since = tenant.onec().dayOf(plannedAt).minusDays(1);
        return oneC.findDocuments(tenant, kind, Marker.of(tenant.id(), deal), since)
                .map(found -> found.stream().findFirst());
    }

    private Reply<List<Standing>> free(Tenant tenant, CrmRef deal, List<Standing> all) {
        var problems = new ArrayList<Problem>();
        for (Standing one : all) {
            switch (barrier(tenant, deal, one)) {
                case Reply.Stopped<Optional<Barrier>>(Outcome outcome) -> {
                    return Reply.stop(outcome);
                }
                case Reply.Got<Optional<Barrier>>(Optional<Barrier> barrier) ->
                    barrier.ifPresent(it -> problems.add(
                            new CannotWithdraw(one.kind(), one.sheet().number(), it)));
            }
        }
        return problems.isEmpty() ? Reply.of(all) : Reply.stop(new Outcome.NeedsPeople(problems));
    }

    private Reply<Optional<Barrier>> barrier(Tenant tenant, CrmRef deal, Standing one) {
        if (one.sheet().state() == DocumentSheet.State.MARKED_FOR_DELETION) {
            return Reply.of(Optional.empty());
        }
        if (!deliveries.of(tenant.id(), deal).isEmpty()) {
            return Reply.of(Optional.of(Barrier.SHIPPED));
        }
        if (one.link() instanceof Link.OfDocument ours && !ours.explains(one.sheet())) {
            return Reply.of(Optional.of(Barrier.EDITED));
        }
        return oneC.progress(tenant, one.sheet().ref()).map(WithdrawDocuments::barrier);
    }

    private static Optional<Barrier> barrier(SaleProgress progress) {
        if (progress.paid() != Portion.NONE) {
            return Optional.of(Barrier.PAID);
        }
        return progress.shipped() == Portion.NONE ? Optional.empty() : Optional.of(Barrier.SHIPPED);
    }

    private Reply<List<Withdrawn>> withdrawAll(Tenant tenant, CrmRef deal, List<Standing> all) {
        for (Standing one : all) {
            if (withdraw(tenant, deal, one) instanceof Reply.Stopped<Link.Withdrawn>(Outcome outcome)) {
                return Reply.stop(outcome);
            }
        }
        return Reply.of(withdrawn(tenant, deal));
    }

    private Reply<Link.Withdrawn> withdraw(Tenant tenant, CrmRef deal, Standing one) {
        return oneC.withdraw(tenant, one.sheet().ref()).map(ref -> {
            var link = new Link.Withdrawn(ref, one.sheet().facts());
            links.put(tenant.id(), LinkKey.ofDocument(one.kind(), deal), link);
            return link;
        });
    }

    private List<Withdrawn> withdrawn(Tenant tenant, CrmRef deal) {
        return KINDS.stream()
                .flatMap(kind -> link(tenant, kind, deal) instanceof Link.Withdrawn link
                        ? Stream.of(new Withdrawn(kind, link))
                        : Stream.empty())
                .toList();
    }

    private Link link(Tenant tenant, OneCKind kind, CrmRef deal) {
        return links.find(tenant.id(), LinkKey.ofDocument(kind, deal));
    }
}
