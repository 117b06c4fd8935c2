package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.posting.Entry.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money that came pays the oldest debt first, and the rest is an advance; money that goes takes advances back. */
final class MoneyEntries {
    private final Entity money;
    private final Ledger ledger;
    private final Value.Composite document;
    private final Map<Value.Composite, BigDecimal> used = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    MoneyEntries(Entity money, Ledger ledger) {
        this.money = money;
        this.ledger = ledger;
        this.document = RecordSets.recorder(money);
    }

    List<Entry> received() {
        for (PartRow row : AccountingDocuments.payments(money)) {
            UUID debts = row.reference("СчетУчетаРасчетовСКонтрагентом_Key");
            UUID advances = row.reference("СчетУчетаРасчетовПоАвансам_Key");
            Client client = Client.of(money, row.reference("ДоговорКонтрагента_Key"));
            BigDecimal left = row.number("СуммаПлатежа");
            if (!row.text("СпособПогашенияЗадолженности").equals("НеПогашать")) {
                left = against(client, debts, true, left);
            }
            entries.add(new Entry(funds(), client.on(advances, document), left));
        }
        return entries;
    }

    List<Entry> given() {
        for (PartRow row : AccountingDocuments.payments(money)) {
            UUID debts = row.reference("СчетУчетаРасчетовСКонтрагентом_Key");
            UUID advances = row.reference("СчетУчетаРасчетовПоАвансам_Key");
            Client client = Client.of(money, row.reference("ДоговорКонтрагента_Key"));
            BigDecimal left = against(client, advances, false, row.number("СуммаПлатежа"));
            entries.add(new Entry(client.on(debts, document), funds(), left));
        }
        return entries;
    }

    /** What is left when all that is open was set off. */
    private BigDecimal against(Client client, UUID account, boolean debt, BigDecimal sum) {
        BigDecimal left = sum;
        for (var open : ledger.open(account, client.analytics(), debt).entrySet()) {
            BigDecimal taken = used.getOrDefault(open.getKey(), BigDecimal.ZERO);
            BigDecimal part = left.min(open.getValue().subtract(taken));
            Side settled = client.on(account, open.getKey());
            entries.add(debt ? new Entry(funds(), settled, part) : new Entry(settled, funds(), part));
            used.merge(open.getKey(), part, BigDecimal::add);
            left = left.subtract(part);
        }
        return left;
    }

    private Side funds() {
        UUID account = AccountingDocuments.moneyAccount(money);
        return money.shape().property("СчетОрганизации_Key").isPresent()
                ? Side.of(
                        account,
                        Value.Composite.reference("Catalog_БанковскиеСчета", money.reference("СчетОрганизации_Key")))
                : Side.of(account);
    }
}
