package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.Job.Prepared;
import dev.crm1c.model.money.VatInForce;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Issues the invoice that a deal asks for: on its own where the invoice says what is sold (Бухгалтерия), over a customer's order where
 * the order does (Управление торговлей, ERP).
 */
@ApplicationScoped
class IssueInvoice {
    private final FindParties parties;
    private final MatchItems items;
    private final BringDocument bringDocument;

    IssueInvoice(FindParties parties, MatchItems items, BringDocument bringDocument) {
        this.parties = parties;
        this.items = items;
        this.bringDocument = bringDocument;
    }

    Reply<Issued> issue(Tenant tenant, Scenario scenario, InvoiceRequest request) {
        if (!scenario.makes().contains(OneCKind.ORDER)) {
            return bringDocument
                    .bring(sale(tenant, scenario, OneCKind.INVOICE, request))
                    .map(Issued.Invoice::new);
        }
        return bringDocument
                .bring(sale(tenant, scenario, OneCKind.ORDER, request))
                .then(order -> bringDocument
                        .bring(invoiceOver(order, tenant, scenario, request))
                        .map(invoice -> new Issued.InvoiceOverOrder(order, invoice)));
    }

    /** The document that says what is sold. */
    private Job sale(Tenant tenant, Scenario scenario, OneCKind kind, InvoiceRequest request) {
        return new Job(
                tenant,
                kind,
                request.deal(),
                request.fingerprint(),
                date -> parties.find(tenant, scenario, request.deal(), request.buyer())
                        .then(found -> items.match(tenant, request.lines())
                                .map(choices -> prepared(tenant, kind, request, date, found, choices))));
    }

    private Job invoiceOver(Link.Verified order, Tenant tenant, Scenario scenario, InvoiceRequest request) {
        return new Job(
                tenant,
                OneCKind.INVOICE,
                request.deal(),
                request.fingerprint(),
                date -> parties.find(tenant, scenario, request.deal(), request.buyer())
                        .map(found -> new Prepared(
                                new DocumentDraft(
                                        OneCKind.INVOICE,
                                        Marker.of(tenant.id(), request.deal()),
                                        date,
                                        found.parties().with(order.ref()),
                                        new Content.Over(
                                                order.ref(), order.facts().total())),
                                List.of())));
    }

    private static Prepared prepared(
            Tenant tenant,
            OneCKind kind,
            InvoiceRequest request,
            LocalDateTime date,
            FindParties.Found found,
            Map<Integer, ItemChoice> choices) {
        List<DocumentLine> lines = request.lines().stream()
                .map(line -> new DocumentLine(
                        line.number(),
                        choices.get(line.number()),
                        line.name(),
                        line.quantity(),
                        line.price(),
                        line.gross(),
                        line.vatRate()))
                .toList();
        var draft = new DocumentDraft(
                kind, Marker.of(tenant.id(), request.deal()), date, found.parties(), new Content.Lines(lines));
        var remarks = new ArrayList<>(found.remarks());
        remarkOn(lines, Remark.Kind.LINES_DESCRIBED, line -> line.item() instanceof ItemChoice.Described)
                .ifPresent(remarks::add);
        LocalDate day = date.toLocalDate();
        remarkOn(lines, Remark.Kind.VAT_RATE_NOT_IN_FORCE, line -> !VatInForce.on(day, line.vatRate()))
                .ifPresent(remarks::add);
        return new Prepared(draft, remarks);
    }

    private static Optional<Remark> remarkOn(
            List<DocumentLine> lines, Remark.Kind kind, Predicate<DocumentLine> concerned) {
        List<Integer> numbers =
                lines.stream().filter(concerned).map(DocumentLine::number).toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of(new Remark(kind, numbers));
    }
}
