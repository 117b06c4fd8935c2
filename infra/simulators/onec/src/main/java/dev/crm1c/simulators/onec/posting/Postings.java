package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.BackgroundJobs;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.WritingEffect;
import java.util.List;

/** What a write does to the rest of the base, by configuration; in a structure that is neither, nothing. */
public final class Postings {
    private Postings() {}

    /** @param pricing25 in which of its two registers УТ and ERP keep prices */
    public static List<WritingEffect> of(Infobase base, BackgroundJobs jobs, boolean pricing25) {
        if (has(base, TradeDocuments.ORDERS, Settlements.SET)) {
            return List.of(
                    new TradeItems(base),
                    new Settlements(base, jobs),
                    new WarehouseStock(base),
                    new SupplyAndDemand(base),
                    Prices.inTime(base, pricing25));
        }
        if (has(base, AccountingDocuments.INVOICES, Bookkeeping.SET)) {
            return List.of(
                    new InvoicePayments(base), new InvoiceStatuses(base), new Bookkeeping(base), Prices.daily(base));
        }
        return List.of();
    }

    private static boolean has(Infobase base, String... sets) {
        return List.of(sets).stream()
                .allMatch(set -> base.structure().entity(set).isPresent());
    }
}
