package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** AccumulationRegister_ОплатаСчетов: turnovers of what was paid for an invoice, and given back (onec.md §2.1). */
final class InvoicePayments extends Movements {
    static final String SET = "AccumulationRegister_ОплатаСчетов";
    private static final String INVOICE = "СчетНаОплату";

    InvoicePayments(Infobase base) {
        super(new RecordSets(base, SET), AccountingDocuments.MONEY);
    }

    @Override
    protected List<Movement> of(Entity money) {
        boolean back = money.structure().set().equals(AccountingDocuments.SPENDINGS);
        return AccountingDocuments.payments(money).stream()
                .filter(row -> !row.reference("СчетНаОплату_Key").equals(Value.EMPTY_REFERENCE))
                .map(row -> paid(money, row, back))
                .toList();
    }

    private static Movement paid(Entity money, PartRow row, boolean back) {
        BigDecimal sum = row.number("СуммаПлатежа");
        Value invoice = Value.Composite.reference(AccountingDocuments.INVOICES, row.reference("СчетНаОплату_Key"));
        return Movement.on(money.date())
                .with("Организация_Key", money.reference("Организация_Key"))
                .with(INVOICE, invoice)
                .with("Сумма", back ? sum.negate() : sum)
                .with("Валюта_Key", money.reference("ВалютаДокумента_Key"));
    }

    static BigDecimal paid(RecordSets payments, UUID invoice) {
        return payments.all().stream()
                .filter(row -> row.reference(INVOICE).equals(invoice))
                .map(row -> row.number("Сумма"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
