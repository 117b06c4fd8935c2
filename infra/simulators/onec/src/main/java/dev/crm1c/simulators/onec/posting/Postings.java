package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.BackgroundJobs;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PostingEffect;
import java.util.List;

/** What documents do to the rest of the base, by configuration; of a structure that is neither, nothing. */
public final class Postings {
    private Postings() {}

    public static List<PostingEffect> of(Infobase base, BackgroundJobs jobs) {
        if (has(base, "Document_ЗаказКлиента", Settlements.SET)) {
            return List.of(new Settlements(base, jobs));
        }
        return InvoicePaymentStatus.of(base);
    }

    private static boolean has(Infobase base, String... sets) {
        return List.of(sets).stream()
                .allMatch(set -> base.structure().entity(set).isPresent());
    }
}
