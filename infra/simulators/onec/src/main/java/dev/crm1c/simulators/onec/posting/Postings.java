package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.BackgroundJobs;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.WritingEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a write does to the rest of the base, by configuration; in a structure that is neither, nothing. */
public final class Postings {
    private final Infobase base;
    private final List<WritingEffect> effects = new ArrayList<>();

    private Postings(Infobase base) {
        this.base = base;
    }

    /** @param pricing25 in which of its two registers УТ and ERP keep prices */
    public static List<WritingEffect> of(Infobase base, BackgroundJobs jobs, boolean pricing25) {
        Postings postings = new Postings(base);
        if (postings.has(TradeDocuments.ORDERS)) {
            postings.trade(jobs, pricing25);
        } else {
            postings.accounting();
        }
        return List.copyOf(postings.effects);
    }

    private void trade(BackgroundJobs jobs, boolean pricing25) {
        add(() -> new TradeItems(base), TradeItems.SET);
        add(
                () -> new Settlements(base, jobs),
                Settlements.SET,
                SettlementRecalculation.TERMS,
                SettlementObjects.SET,
                SettlementObjects.ANALYTICS,
                OrderStates.SET);
        add(() -> new WarehouseStock(base), WarehouseStock.SET);
        add(() -> new SupplyAndDemand(base), SupplyAndDemand.SET);
        add(() -> Prices.inTime(base, pricing25), pricing25 ? Prices.SET + "25" : Prices.SET);
    }

    private void accounting() {
        add(() -> new InvoicePayments(base), InvoicePayments.SET);
        add(
                () -> new InvoiceStatuses(base),
                InvoiceStatuses.SET,
                InvoicePayments.SET,
                AccountingDocuments.INVOICES,
                AccountingDocuments.SHIPMENTS);
        add(() -> new Bookkeeping(base), Bookkeeping.SET, Bookkeeping.CHART);
        add(() -> Prices.daily(base), Prices.SET);
    }

    /** A release that lacks one of its sets does without the effect. */
    private void add(Supplier<WritingEffect> effect, String... sets) {
        if (has(sets)) {
            effects.add(effect.get());
        }
    }

    private boolean has(String... sets) {
        return List.of(sets).stream()
                .allMatch(set -> base.structure().entity(set).isPresent());
    }
}
