package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.Job.Keeping;
import dev.crm1c.crmtoonec.Job.Prepared;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Scenario.Aim;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Brings what was handed over, portion by portion: realizations, acts, and a tax invoice over each. */
@ApplicationScoped
class DeliverSale {
    private final DecidePortion decidePortion;
    private final FindParties parties;
    private final MatchItems items;
    private final BringDocument bringDocument;

    DeliverSale(DecidePortion decidePortion, FindParties parties, MatchItems items, BringDocument bringDocument) {
        this.decidePortion = decidePortion;
        this.parties = parties;
        this.items = items;
        this.bringDocument = bringDocument;
    }

    /**
     * A delivery of one deal.
     *
     * @param makes the agreement's and the delivery's kinds together
     * @param sale the agreement's documents
     */
    private record Delivery(
            Tenant tenant,
            Crm crm,
            Aim.Deliver aim,
            Set<OneCKind> makes,
            SaleRequest request,
            List<IssuedDocument> sale) {}

    Reply<List<IssuedDocument>> bring(
            Tenant tenant, Crm crm, Aim.Agree agreed, Aim.Deliver aim, SaleRequest request, List<IssuedDocument> sale) {
        var delivery = new Delivery(tenant, crm, aim, agreed.makes(), request, sale);
        return decidePortion.decide(tenant, crm, aim, request).then(portions -> {
            Reply<List<IssuedDocument>> brought = Reply.of(List.of());
            for (Portion portion : portions) {
                brought = brought.then(
                        before -> bring(delivery, portions, portion).map(more -> joined(before, more)));
            }
            return brought;
        });
    }

    private Reply<List<IssuedDocument>> bring(Delivery delivery, List<Portion> portions, Portion portion) {
        List<SaleRequest.Line> lines = PortionLines.of(delivery.request().lines(), portions, portion);
        Set<OneCKind> makes = delivery.aim().makes();
        if (!makes.containsAll(Set.of(OneCKind.REALIZATION, OneCKind.ACT))) {
            OneCKind only = makes.contains(OneCKind.ACT) ? OneCKind.ACT : OneCKind.REALIZATION;
            return bring(delivery, portion, only, lines);
        }
        List<SaleRequest.Line> services = lines.stream()
                .filter(line -> portion.services().contains(line.number()))
                .toList();
        List<SaleRequest.Line> goods =
                lines.stream().filter(line -> !services.contains(line)).toList();
        return bring(delivery, portion, OneCKind.REALIZATION, goods)
                .then(realized ->
                        bring(delivery, portion, OneCKind.ACT, services).map(accepted -> joined(realized, accepted)));
    }

    /** One document of a portion and what stands over it. */
    private Reply<List<IssuedDocument>> bring(
            Delivery delivery, Portion portion, OneCKind kind, List<SaleRequest.Line> lines) {
        if (lines.isEmpty()) {
            return Reply.of(List.of());
        }
        SaleRequest part = delivery.request().of(lines);
        NoteSlot slot = NoteSlot.of(kind, portion.number());
        return bring(delivery, handedOver(delivery, portion, kind, part), slot).then(document -> {
            if (!delivery.aim().makes().contains(OneCKind.TAX_INVOICE)) {
                return Reply.of(List.of(document));
            }
            var over = new NoteSlot(OneCKind.TAX_INVOICE.wireName() + "/" + portion.number() + "/" + kind.wireName());
            return bring(delivery, taxInvoice(delivery, portion, document), over)
                    .map(taxInvoice -> List.of(document, taxInvoice));
        });
    }

    private Reply<IssuedDocument> bring(Delivery delivery, Job job, NoteSlot slot) {
        return bringDocument
                .bring(job)
                .map(document -> new IssuedDocument(
                        job.kind(),
                        slot,
                        delivery.request().currency(),
                        delivery.aim().paper(),
                        document));
    }

    private Job handedOver(Delivery delivery, Portion portion, OneCKind kind, SaleRequest part) {
        Tenant tenant = delivery.tenant();
        return new Job(
                tenant,
                kind,
                part.deal(),
                LinkKey.ofPortion(kind, part.deal(), portion.number()),
                part.asked(tenant),
                () -> Keeping.AS_WRITTEN,
                date -> parties.find(tenant, delivery.makes(), part, date.toLocalDate())
                        .map(found -> over(found, delivery.sale()))
                        .then(found -> items.match(
                                        tenant, delivery.crm(), found.parties().base(), part)
                                .map(matched -> {
                                    var remarks = new ArrayList<Remark>(found.remarks());
                                    remarks.addAll(matched.remarks());
                                    return new Prepared(
                                            new DocumentDraft(
                                                    kind,
                                                    marker(tenant, part, portion, ""),
                                                    date,
                                                    found.parties(),
                                                    new Content.Lines(Lines.of(part.lines(), matched.choices())),
                                                    List.of(),
                                                    found.currency(),
                                                    delivery.aim().paper()),
                                            remarks);
                                })));
    }

    private Job taxInvoice(Delivery delivery, Portion portion, IssuedDocument basis) {
        Tenant tenant = delivery.tenant();
        SaleRequest request = delivery.request();
        var ref = basis.document().ref();
        var total = basis.document().facts().total();
        return new Job(
                tenant,
                OneCKind.TAX_INVOICE,
                request.deal(),
                LinkKey.ofTaxInvoice(request.deal(), portion.number(), basis.kind()),
                Asked.of("tax-invoice", ref.key().toString(), total.toString()),
                () -> Keeping.AS_WRITTEN,
                date -> parties.find(tenant, delivery.makes(), request, date.toLocalDate())
                        .map(found -> new Prepared(
                                new DocumentDraft(
                                        OneCKind.TAX_INVOICE,
                                        marker(
                                                tenant,
                                                request,
                                                portion,
                                                ":" + basis.kind().wireName()),
                                        date,
                                        over(found, delivery.sale()).with(ref).parties(),
                                        new Content.Over(ref, total),
                                        List.of(),
                                        found.currency(),
                                        delivery.aim().paper()),
                                List.of())));
    }

    private static Marker marker(Tenant tenant, SaleRequest request, Portion portion, String which) {
        return Marker.of(tenant.id(), request.deal(), portion.number() + which);
    }

    private static FindParties.Found over(FindParties.Found found, List<IssuedDocument> sale) {
        FindParties.Found all = found;
        for (IssuedDocument document : sale) {
            all = all.with(document.document().ref());
        }
        return all;
    }

    private static List<IssuedDocument> joined(List<IssuedDocument> some, List<IssuedDocument> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
