package dev.crm1c.crmtoonec;

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
    private final Function<IssuedDocument, String> links;
    private final Map<DealField, String> fields = new EnumMap<>(DealField.class);

    private DealFields(List<IssuedDocument> documents, Function<IssuedDocument, String> links) {
        this.documents = documents;
        this.links = links;
    }

    static Map<DealField, String> of(List<IssuedDocument> documents, Function<IssuedDocument, String> links) {
        return new DealFields(documents, links).all();
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
        State state = newest(SHIPMENTS).isPresent() ? State.SHIPPED : State.ISSUED;
        fields.put(DealField.STATE, state.words());
        return fields;
    }

    private Optional<IssuedDocument> newest(Set<OneCKind> kinds) {
        return documents.reversed().stream()
                .filter(document -> kinds.contains(document.kind()))
                .findFirst();
    }
}
