package dev.crm1c.model.invoice;

import dev.crm1c.model.deal.RowDraft;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.sync.CrmRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An invoice that 1C has issued, as it ought to look in the CRM.
 *
 * @param key 1C's own key of the document: by it the invoice is known again
 * @param parties which of a company's registrations and accounts it names; what is missing is left to the CRM
 */
public record CrmInvoice(
        UUID key,
        String title,
        String number,
        LocalDate issued,
        LocalDate payBefore,
        CrmRef buyer,
        CrmRef seller,
        Parent parent,
        Place place,
        String currency,
        List<RowDraft> rows,
        Map<Party, CrmRef> parties) {
    public CrmInvoice {
        rows = List.copyOf(rows);
        parties = Map.copyOf(parties);
    }

    public sealed interface Parent {
        record OfDeal(CrmRef deal) implements Parent {}

        record OnItsOwn() implements Parent {}
    }

    public sealed interface Place {
        record At(StageRef stage) implements Place {}

        /** A new one begins where the CRM begins; another one stays where people have put it. */
        record WhereItIs() implements Place {}
    }

    public enum Party {
        BUYER,
        BUYER_ACCOUNT,
        SELLER,
        SELLER_ACCOUNT
    }
}
