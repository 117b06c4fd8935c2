package dev.crm1c.crmtoonec;

import dev.crm1c.model.catalogue.Okei;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealSum;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.VatInForce;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds everything that keeps a deal from its documents, all at once, so that people are asked once. */
@ApplicationScoped
class CheckDeal {
    private static final Money KOPECK = new Money(1);

    private final Okei okei = Okei.read();

    /** @param today the day of the documents, by the base's calendar */
    Checked check(Tenant tenant, Deal deal, LocalDate today) {
        var lacks = new Lacks();
        var checkBuyer = new CheckBuyer(lacks);
        Optional<CounterpartyCard> buyer = checkBuyer.card(deal.buyer());
        var accounts = checkBuyer.accounts(deal.buyer());
        var lines = new CheckLines(okei, tenant.terms().outdatedVat(), today, lacks).check(deal.lines());
        if (!tenant.terms().currencies().contains(deal.currency())) {
            lacks.note(new Problem.CurrencyNotSupported(deal.currency()));
        }
        return buyer.isPresent() && lacks.all().isEmpty()
                ? new Checked.Sound(new SaleRequest(
                        deal.ref(),
                        deal.head(),
                        buyer.get(),
                        accounts,
                        deal.currency(),
                        lines,
                        remarks(deal.head().sum(), lines, today)))
                : new Checked.Faulty(lacks.all(), lines);
    }

    private static List<Remark> remarks(DealSum said, List<SaleRequest.Line> lines, LocalDate today) {
        return Stream.of(outdatedRates(lines, today), otherSum(said, lines))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Remark> outdatedRates(List<SaleRequest.Line> lines, LocalDate today) {
        List<Integer> numbers = lines.stream()
                .filter(line -> !VatInForce.on(today, line.vatRate()))
                .map(SaleRequest.Line::number)
                .toList();
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remark(Remark.Kind.VAT_RATE_NOT_IN_FORCE, numbers));
    }

    /** The rows are what is sold; a sum typed beside them is somebody's note. */
    private static Optional<Remark> otherSum(DealSum said, List<SaleRequest.Line> lines) {
        Money total = lines.stream().map(SaleRequest.Line::gross).reduce(Money.ZERO, Money::plus);
        return switch (said) {
            case DealSum.Said(BigDecimal amount)
            when differs(amount, total) -> Optional.of(new Remark(Remark.Kind.DEAL_SUM_DIFFERS));
            case DealSum.Said _, DealSum.NotSaid _ -> Optional.empty();
        };
    }

    /** By comparing, never by subtracting: a typed sum may have any number of digits. */
    private static boolean differs(BigDecimal amount, Money total) {
        return amount.compareTo(total.plus(KOPECK).rubles()) >= 0
                || amount.compareTo(total.minus(KOPECK).rubles()) <= 0;
    }
}
