package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/** A deal that has passed the check: all that an invoice needs of the CRM. */
record InvoiceRequest(CrmRef deal, CounterpartyCard buyer, List<Line> lines) {
    InvoiceRequest {
        lines = List.copyOf(lines);
    }

    /**
     * @param price of one unit, after discounts, tax included, to the kopeck
     * @param gross what the customer sees for the line
     */
    record Line(
            int number,
            DealLine.Product product,
            String name,
            Quantity quantity,
            Money price,
            Money gross,
            VatRate vatRate) {}

    /** Two requests of one fingerprint ask for the same invoice. */
    Fingerprint fingerprint() {
        var parts = new ArrayList<String>(
                List.of(buyer.identity().inn().digits(), buyer.identity().kppOrBlank()));
        for (Line line : lines) {
            parts.addAll(List.of(
                    productKey(line),
                    line.name(),
                    line.quantity().plain(),
                    line.price().toString(),
                    line.gross().toString(),
                    line.vatRate().key()));
        }
        return Fingerprint.of(parts.toArray(String[]::new));
    }

    private static String productKey(Line line) {
        return switch (line.product()) {
            case DealLine.Product.FromCatalogue(String id) -> id;
            case DealLine.Product.TypedByHand() -> "";
        };
    }
}
