package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.Job.Keeping;
import dev.crm1c.crmtoonec.Job.Prepared;
import dev.crm1c.crmtoonec.MatchItems.Matched;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Paper;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Deliveries;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Scenario.Aim;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings what was agreed: an invoice on its own where the invoice says what is sold (Бухгалтерия), a customer's order and an invoice over it
 * where the order does (Управление торговлей, ERP).
 */
@ApplicationScoped
class AgreeSale {
    private final KnownBase knownBase;
    private final FindParties parties;
    private final MatchItems items;
    private final BringDocument bringDocument;
    private final Deliveries deliveries;

    AgreeSale(
            KnownBase knownBase,
            FindParties parties,
            MatchItems items,
            BringDocument bringDocument,
            Deliveries deliveries) {
        this.knownBase = knownBase;
        this.parties = parties;
        this.items = items;
        this.bringDocument = bringDocument;
        this.deliveries = deliveries;
    }

    /** In the order of their making: what is sold first, the invoice last. */
    Reply<List<IssuedDocument>> bring(Tenant tenant, Crm crm, Aim.Agree aim, SaleRequest request) {
        if (!aim.makes().contains(OneCKind.ORDER)) {
            return bring(sale(tenant, crm, aim, OneCKind.INVOICE, request), request)
                    .map(invoice -> List.of(remarked(invoice, request)));
        }
        return bring(sale(tenant, crm, aim, OneCKind.ORDER, request), request)
                .map(order -> remarked(order, request))
                .then(order -> bring(invoiceOver(order, tenant, aim, request), request)
                        .map(invoice -> List.of(order, invoice)));
    }

    private Reply<IssuedDocument> bring(Job job, SaleRequest request) {
        return bringDocument
                .bring(job)
                .map(document -> new IssuedDocument(
                        job.kind(), NoteSlot.of(job.kind()), request.currency(), Paper.TAX_INVOICE, document));
    }

    /** As the deal stands now: the document may be older than what the deal says of itself, and be right all the same. */
    private static IssuedDocument remarked(IssuedDocument sale, SaleRequest request) {
        var remarks = new ArrayList<>(request.remarks());
        sale.document().remarks().stream().filter(remark -> !remark.isOfDeal()).forEach(remarks::add);
        return sale.with(remarks);
    }

    /** The document that says what is sold. */
    private Job sale(Tenant tenant, Crm crm, Aim.Agree aim, OneCKind kind, SaleRequest request) {
        return new Job(
                tenant,
                kind,
                request.deal(),
                LinkKey.ofDocument(kind, request.deal()),
                request.asked(tenant),
                () -> keeping(tenant, request),
                // The items first: of a deal that people have to mend not even the buyer is made.
                date -> knownBase
                        .of(tenant)
                        .then(base -> items.match(tenant, crm, base, request))
                        .then(matched -> parties.find(tenant, aim.makes(), request, date.toLocalDate())
                                .map(found -> sale(tenant, aim, kind, request, date, found, matched))));
    }

    private static Prepared sale(
            Tenant tenant,
            Aim.Agree aim,
            OneCKind kind,
            SaleRequest request,
            LocalDateTime date,
            FindParties.Found found,
            Matched matched) {
        var content = new Content.Lines(Lines.of(request.lines(), matched.choices()));
        var draft = new DocumentDraft(
                kind,
                Marker.of(tenant.id(), request.deal()),
                date,
                found.parties(),
                content,
                aim.payment().of(content.total(), date.toLocalDate()),
                found.currency(),
                Paper.TAX_INVOICE);
        var remarks = new ArrayList<>(found.remarks());
        remarks.addAll(matched.remarks());
        return new Prepared(draft, remarks);
    }

    /** What was handed over stands upon it. */
    private Keeping keeping(Tenant tenant, SaleRequest request) {
        return deliveries.of(tenant.id(), request.deal()).isEmpty() ? Keeping.WHILE_FREE : Keeping.AS_WRITTEN;
    }

    private Job invoiceOver(IssuedDocument order, Tenant tenant, Aim.Agree aim, SaleRequest request) {
        return new Job(
                tenant,
                OneCKind.INVOICE,
                request.deal(),
                LinkKey.ofDocument(OneCKind.INVOICE, request.deal()),
                request.asked(tenant),
                () -> keeping(tenant, request),
                date -> parties.find(tenant, aim.makes(), request, date.toLocalDate())
                        .map(found -> {
                            var total = order.document().facts().total();
                            return new Prepared(
                                    new DocumentDraft(
                                            OneCKind.INVOICE,
                                            Marker.of(tenant.id(), request.deal()),
                                            date,
                                            found.parties()
                                                    .with(order.document().ref()),
                                            new Content.Over(order.document().ref(), total),
                                            aim.payment().of(total, date.toLocalDate()),
                                            found.currency(),
                                            Paper.TAX_INVOICE),
                                    List.of());
                        }));
    }
}
