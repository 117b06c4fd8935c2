package dev.crm1c.crmtoonec;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.OneCKind;
import java.util.ArrayList;
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

    /** For the journal: nothing personal. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("counterparty " + counterparty);
        lines.add("contract " + contract);
        documents.forEach(document -> lines.add(document.kind().wireName() + " " + document.total()));
        lines.add("unknown items " + unknownItems.size());
        return lines;
    }

    enum Standing {
        FOUND,
        WOULD_BE_MADE,
        NOT_WANTED
    }

    record PlannedDocument(OneCKind kind, Money total) {}
}
