package dev.crm1c.simulators.onec.posting;

import static dev.crm1c.simulators.onec.posting.AccountingDocuments.INVOICES;
import static dev.crm1c.simulators.onec.posting.AccountingDocuments.SHIPMENTS;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.base.WritingEffect;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Бухгалтерия 3.0 keeps the payment and the shipment of an invoice in an independent register (onec.md §2.1). An invoice
 * nobody has paid for or shipped has no record at all: «не оплачен» is written only after a payment was taken back.
 */
final class InvoiceStatuses implements WritingEffect {
    static final String SET = "InformationRegister_СтатусыДокументов";
    private static final String PAYMENT = "Статус";
    private static final String SHIPMENT = "ДополнительныйСтатус";
    private static final Words PAID = new Words("СтатусОплатыСчета", "НеОплачен", "ОплаченЧастично", "Оплачен");
    private static final Words SHIPPED = new Words("СтатусыОтгрузки", "НеОтгружен", "ОтгруженЧастично", "Отгружен");
    private final Infobase base;
    private final RecordSets payments;

    /** How an enumeration says none, part and all. */
    private record Words(String enumeration, String none, String part, String all) {
        Value of(BigDecimal done, BigDecimal due) {
            String word = done.signum() <= 0 ? none : done.compareTo(due) < 0 ? part : all;
            return new Value.Composite(Value.NAMESPACE + enumeration, word);
        }
    }

    InvoiceStatuses(Infobase base) {
        this.base = base;
        this.payments = new RecordSets(base, InvoicePayments.SET);
    }

    @Override
    public void follow(Optional<Entity> before, Optional<Entity> after) {
        Set<UUID> touched = new LinkedHashSet<>();
        Stream.of(before, after).flatMap(Optional::stream).forEach(document -> touched.addAll(invoices(document)));
        touched.forEach(key -> base.find(INVOICES, key).ifPresent(this::restate));
    }

    private static Set<UUID> invoices(Entity document) {
        String set = document.structure().set();
        Set<UUID> named = new LinkedHashSet<>();
        if (set.equals(INVOICES)) {
            named.add(document.reference());
        } else if (AccountingDocuments.MONEY.contains(set)) {
            AccountingDocuments.payments(document).forEach(row -> named.add(row.reference("СчетНаОплату_Key")));
        } else if (set.equals(SHIPMENTS)) {
            AccountingDocuments.sold(document).forEach(row -> named.add(AccountingDocuments.invoice(row, document)));
        }
        return named;
    }

    private void restate(Entity invoice) {
        BigDecimal due = invoice.number("СуммаДокумента");
        Entity blank = record(invoice);
        Optional<Entity> known = base.find(SET, blank.key());
        Entity record = known.orElse(blank);
        BigDecimal paid = InvoicePayments.paid(payments, invoice.reference());
        BigDecimal shipped = shipped(invoice.reference());
        if (paid.signum() > 0 || known.isPresent()) {
            record = record.with(PAYMENT, PAID.of(paid, due));
        }
        if (shipped.signum() > 0 || record.values().containsKey(SHIPMENT)) {
            record = record.with(SHIPMENT, SHIPPED.of(shipped, due));
        }
        if (!record.equals(blank)) {
            base.store(record);
        }
    }

    private BigDecimal shipped(UUID invoice) {
        return base.all(SHIPMENTS).stream()
                .filter(Entity::posted)
                .flatMap(shipment -> AccountingDocuments.sold(shipment)
                        .filter(row ->
                                AccountingDocuments.invoice(row, shipment).equals(invoice))
                        .map(row -> AccountingDocuments.sumWithTax(row, shipment)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Entity record(Entity invoice) {
        EntityStructure statuses = base.structure().known(SET);
        Map<String, Value> key = Map.of(
                "Организация_Key",
                new Value.Key(invoice.reference("Организация_Key")),
                "Документ",
                Value.Composite.reference(INVOICES, invoice.reference()));
        return new Entity(statuses, key, Map.of());
    }
}
