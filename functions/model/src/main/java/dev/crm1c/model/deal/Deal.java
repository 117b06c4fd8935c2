package dev.crm1c.model.deal;

import dev.crm1c.model.sync.CrmRef;
import java.util.List;

/** A deal as the CRM shows it now, complete or not. Holds personal data: it lives in memory and is never stored. */
public record Deal(CrmRef ref, DealHead head, Buyer buyer, String currency, List<DealLine> lines) {
    public Deal {
        lines = List.copyOf(lines);
    }

    public StageRef stage() {
        return head.stage();
    }
}
