package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.PostingEffect;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Бухгалтерия 3.0 keeps the payment of an invoice in an independent register (onec.md §2.1). An invoice nobody has
 * paid for has no record at all: «не оплачен» is written only after a payment was taken back.
 */
final class InvoicePaymentStatus implements PostingEffect {
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    private static final String PAYMENTS = "Document_ПоступлениеНаРасчетныйСчет";
    private static final String STATUSES = "InformationRegister_СтатусыДокументов";
    private final Infobase base;

    InvoicePaymentStatus(Infobase base) {
        this.base = base;
    }

    static List<PostingEffect> of(Infobase base) {
        boolean accounting = Stream.of(INVOICES, PAYMENTS, STATUSES)
                .allMatch(set -> base.structure().entity(set).isPresent());
        return accounting ? List.of(new InvoicePaymentStatus(base)) : List.of();
    }

    @Override
    public void follow(Optional<Entity> before, Optional<Entity> after) {
        Set<UUID> touched = new LinkedHashSet<>();
        Stream.of(before, after).flatMap(Optional::stream).forEach(document -> {
            switch (document.structure().set()) {
                case INVOICES -> touched.add(document.reference());
                case PAYMENTS -> rows(document).forEach(row -> touched.add(invoiceOf(row)));
                default -> {}
            }
        });
        touched.forEach(key -> base.find(INVOICES, key).ifPresent(this::restate));
    }

    private void restate(Entity invoice) {
        BigDecimal paid = base.all(PAYMENTS).stream()
                .filter(Entity::posted)
                .flatMap(payment -> rows(payment).stream())
                .filter(row -> invoiceOf(row).equals(invoice.reference()))
                .map(row -> number(row, "СуммаПлатежа"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Entity record = record(invoice);
        Optional<Entity> known = base.find(STATUSES, record.key());
        if (paid.signum() > 0 || known.isPresent()) {
            String status = statusOf(paid, number(invoice, "СуммаДокумента"));
            base.store(known.orElse(record)
                    .with("Статус", new Value.Composite(Value.NAMESPACE + "СтатусОплатыСчета", status)));
        }
    }

    private static String statusOf(BigDecimal paid, BigDecimal due) {
        if (paid.signum() <= 0) {
            return "НеОплачен";
        }
        return paid.compareTo(due) < 0 ? "ОплаченЧастично" : "Оплачен";
    }

    private Entity record(Entity invoice) {
        EntityStructure statuses = base.structure().known(STATUSES);
        Map<String, Value> key = Map.of(
                "Организация_Key", invoice.value("Организация_Key"),
                "Документ", Value.Composite.reference(INVOICES, invoice.reference()));
        return new Entity(statuses, key, Map.of());
    }

    private static List<PartRow> rows(Entity payment) {
        TabularPart part = payment.structure().part("РасшифровкаПлатежа").orElseThrow();
        return payment.rows(part);
    }

    private static UUID invoiceOf(PartRow row) {
        return ((Value.Key) row.value("СчетНаОплату_Key")).id();
    }

    private static BigDecimal number(Row row, String property) {
        return ((Value.Numeric) row.value(property)).number();
    }
}
