package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling.State;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a deal's own fields show of its documents; of several of a kind the newest. */
final class DealFields {
    private static final Set<OneCKind> SHIPMENTS = Set.of(OneCKind.REALIZATION, OneCKind.ACT);

    private final List<IssuedDocument> documents;
    private final Set<NoteSlot> toldBefore;
    private final Function<IssuedDocument, String> links;
    private final Map<DealField, String> fields = new EnumMap<>(DealField.class);

    private DealFields(
            List<IssuedDocument> documents, Set<NoteSlot> toldBefore, Function<IssuedDocument, String> links) {
        this.documents = documents;
        this.toldBefore = toldBefore;
        this.links = links;
    }

    /** @param toldBefore a deal that went back to the stage where it was agreed has been shipped all the same */
    static Map<DealField, String> of(
            List<IssuedDocument> documents, Set<NoteSlot> toldBefore, Function<IssuedDocument, String> links) {
        return new DealFields(documents, toldBefore, links).all();
    }

    private Map<DealField, String> all() {
        newest(Set.of(OneCKind.INVOICE)).ifPresent(invoice -> {
            DocumentFacts facts = invoice.document().facts();
            fields.put(DealField.INVOICE_NUMBER, facts.number());
            fields.put(DealField.INVOICE_DATE, facts.date().toLocalDate().toString());
            fields.put(DealField.INVOICE_SUM, facts.total().toString());
            fields.put(DealField.INVOICE_LINK, links.apply(invoice));
        });
        newest(Set.of(OneCKind.ORDER)).ifPresent(order -> {
            fields.put(DealField.ORDER_NUMBER, order.document().facts().number());
            fields.put(DealField.ORDER_LINK, links.apply(order));
        });
        newest(SHIPMENTS).ifPresent(shipment -> {
            DocumentFacts facts = shipment.document().facts();
            fields.put(DealField.SHIPMENT_NUMBER, facts.number());
            fields.put(DealField.SHIPMENT_DATE, facts.date().toLocalDate().toString());
            fields.put(DealField.SHIPMENT_SUM, facts.total().toString());
            fields.put(DealField.SHIPMENT_LINK, links.apply(shipment));
        });
        newest(Set.of(OneCKind.TAX_INVOICE))
                .ifPresent(taxInvoice -> fields.put(
                        DealField.TAX_INVOICE_NUMBER,
                        taxInvoice.document().facts().number()));
        State state = newest(SHIPMENTS).isPresent() || wasShipped() ? State.SHIPPED : State.ISSUED;
        fields.put(DealField.STATE, state.words());
        return fields;
    }

    private boolean wasShipped() {
        return toldBefore.stream().anyMatch(slot -> SHIPMENTS.stream().anyMatch(slot::isOf));
    }

    private Optional<IssuedDocument> newest(Set<OneCKind> kinds) {
        return documents.reversed().stream()
                .filter(document -> kinds.contains(document.kind()))
                .findFirst();
    }
}
