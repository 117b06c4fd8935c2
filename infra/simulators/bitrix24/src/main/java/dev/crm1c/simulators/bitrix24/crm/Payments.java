package dev.crm1c.simulators.bitrix24.crm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Payments of deals and smart invoices, of no other kind (bitrix24.md §5.8). */
public final class Payments {

    /** A payment as it was saved; the moment is empty until somebody has paid. */
    public record Payment(long id, Owner owner, int number, BigDecimal sum, Optional<Paid> paid) {}

    /** That it was paid: who said so, and when. */
    public record Paid(long by, Instant at) {}

    private final PortalTime time;
    private final Ids ids;
    private final NavigableMap<Long, Payment> payments = new TreeMap<>();

    Payments(PortalTime time, Ids ids) {
        this.time = time;
        this.ids = ids;
    }

    public Payment add(Owner owner) {
        Payment payment =
                new Payment(ids.next("payment"), owner, of(owner).size() + 1, BigDecimal.ZERO, Optional.empty());
        payments.put(payment.id(), payment);
        return payment;
    }

    public List<Payment> of(Owner owner) {
        return payments.values().stream()
                .filter(payment -> payment.owner().equals(owner))
                .toList();
    }

    public Optional<Payment> find(long id) {
        return Optional.ofNullable(payments.get(id));
    }

    public void pay(long actor, Payment payment) {
        keep(payment, Optional.of(new Paid(actor, time.now())));
    }

    public void unpay(Payment payment) {
        keep(payment, Optional.empty());
    }

    public void delete(Payment payment) {
        payments.remove(payment.id());
    }

    void forget(Owner owner) {
        of(owner).forEach(this::delete);
    }

    private void keep(Payment payment, Optional<Paid> paid) {
        payments.put(payment.id(), new Payment(payment.id(), payment.owner(), payment.number(), payment.sum(), paid));
    }
}
