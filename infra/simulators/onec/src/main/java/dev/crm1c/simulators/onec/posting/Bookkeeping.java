package dev.crm1c.simulators.onec.posting;

import static dev.crm1c.simulators.onec.posting.AccountingDocuments.PURCHASES;
import static dev.crm1c.simulators.onec.posting.AccountingDocuments.SHIPMENTS;
import static dev.crm1c.simulators.onec.posting.AccountingDocuments.SPENDINGS;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** AccountingRegister_Хозрасчетный: which document makes which entries (onec.md §2.1). */
final class Bookkeeping extends Movements {
    static final String SET = "AccountingRegister_Хозрасчетный";
    static final String CHART = "ChartOfAccounts_Хозрасчетный";
    private final Infobase base;

    Bookkeeping(Infobase base) {
        super(new RecordSets(base, SET), makers());
        this.base = base;
    }

    private static Set<String> makers() {
        Set<String> makers = new HashSet<>(AccountingDocuments.MONEY);
        makers.addAll(Set.of(SHIPMENTS, PURCHASES));
        return makers;
    }

    @Override
    protected List<Movement> of(Entity document) {
        Ledger ledger = new Ledger(records, RecordSets.recorder(document));
        List<Entry> entries = switch (document.structure().set()) {
            case SHIPMENTS -> new SaleEntries(document, ledger, account("68.02")).entries();
            case PURCHASES -> new PurchaseEntries(document).entries();
            case SPENDINGS -> new MoneyEntries(document, ledger).given();
            default -> new MoneyEntries(document, ledger).received();
        };
        return entries.stream()
                .filter(Entry::possible)
                .map(entry -> entry.of(document))
                .toList();
    }

    private UUID account(String code) {
        return base.all(CHART).stream()
                .filter(account -> account.text("Code").equals(code))
                .map(Entity::reference)
                .findFirst()
                .orElse(Value.EMPTY_REFERENCE);
    }
}
