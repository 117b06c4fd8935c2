package dev.crm1c.crmtoonec;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.OneCKind;
import java.util.List;

/**
 * What a deal would come to.
 *
 * @param unknownItems numbers of the rows whose items 1C does not have
 */
record Rehearsal(
        Standing counterparty, Standing contract, List<PlannedDocument> documents, List<Integer> unknownItems) {
    Rehearsal {
        documents = List.copyOf(documents);
        unknownItems = List.copyOf(unknownItems);
    }

    enum Standing {
        FOUND,
        WOULD_BE_MADE,
        NOT_WANTED
    }

    record PlannedDocument(OneCKind kind, Money total) {}
}
