package dev.crm1c.crmapp;

import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.Work;
import java.util.List;

/** How a deal stands with 1C: ids, times, numbers and sums, as the table has them. */
record Standing(Work work, List<Document> documents) {
    Standing {
        documents = List.copyOf(documents);
    }

    record Document(OneCKind kind, Link link) {}
}
