package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.Discount;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;

/**
 * A deal that has passed the check: all that a sale needs of the CRM.
 *
 * @param accounts of the buyer; the first one is the deal's
 * @param remarks what people should know although nothing stops
 */
record SaleRequest(
        CrmRef deal,
        DealHead head,
        CounterpartyCard buyer,
        List<BankDetails> accounts,
        String currency,
        List<Line> lines,
        List<Remark> remarks) {
    SaleRequest {
        accounts = List.copyOf(accounts);
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /**
     * @param price of one unit, after discounts, tax included, to the kopeck
     * @param gross what the customer sees for the line
     * @param measure by ОКЕИ, three digits and more: {@code 796}, {@code 006}; blank where the row has none
     */
    record Line(
            int number,
            DealLine.Product product,
            String name,
            Quantity quantity,
            Money price,
            Money gross,
            VatRate vatRate,
            Discount discount,
            String measure) {

        String[] parts() {
            return new String[] {
                switch (product) {
                    case DealLine.Product.FromCatalogue(String id, var _) -> id;
                    case DealLine.Product.TypedByHand() -> "";
                },
                name,
                quantity.plain(),
                price.toString(),
                gross.toString(),
                vatRate.key(),
                switch (discount) {
                    case Discount.None() -> "";
                    case Discount.Given(var _, var percent, Money sum) -> percent.toPlainString() + "/" + sum;
                }
            };
        }
    }

    Money total() {
        return lines.stream().map(Line::gross).reduce(Money.ZERO, Money::plus);
    }

    /** The same sale of other lines. */
    SaleRequest of(List<Line> others) {
        return new SaleRequest(deal, head, buyer, accounts, currency, others, remarks);
    }

    Asked asked(Tenant selling) {
        var parts = new ArrayList<String>(List.of(
                selling.onec().organization().keyWithin(selling.id()).hex(),
                buyer.identity().keyWithin(selling.id()).hex(),
                currency));
        lines.forEach(line -> parts.addAll(List.of(line.parts())));
        Fingerprint formerly = Fingerprint.of(parts.toArray(String[]::new));
        lines.forEach(line -> parts.add(ItemFits.unit(line.measure())));
        return new Asked(Fingerprint.of(parts.toArray(String[]::new)), formerly);
    }
}
