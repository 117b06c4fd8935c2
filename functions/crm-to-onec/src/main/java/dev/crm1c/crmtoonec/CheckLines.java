package dev.crm1c.crmtoonec;

import dev.crm1c.model.catalogue.Okei;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatInForce;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Terms.OutdatedVat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the product rows of a deal could be lines of a document. */
final class CheckLines {
    private static final int MOST_LINES = 500;
    /** More digits than any rate has: such a number is shown as it is kept, since written out it might fill the memory. */
    private static final int LONGEST_SCALE = 20;

    private final Okei okei;
    private final OutdatedVat outdatedVat;
    private final LocalDate today;
    private final Lacks lacks;

    CheckLines(Okei okei, OutdatedVat outdatedVat, LocalDate today, Lacks lacks) {
        this.okei = okei;
        this.outdatedVat = outdatedVat;
        this.today = today;
        this.lacks = lacks;
    }

    /** The lines without a hole; what the others lack is noted. */
    List<SaleRequest.Line> check(List<DealLine> lines) {
        if (lines.isEmpty()) {
            lacks.note(new Problem.NoLines());
        }
        if (lines.size() > MOST_LINES) {
            lacks.note(new Problem.TooManyLines(MOST_LINES));
            return List.of();
        }
        List<SaleRequest.Line> sound =
                lines.stream().flatMap(line -> line(line).stream()).toList();
        checkTotal(sound);
        return sound;
    }

    /** Every question is asked, so that people hear of everything that a line lacks. */
    private Optional<SaleRequest.Line> line(DealLine line) {
        String title = OneLine.of(line.name());
        Optional<String> name =
                title.isEmpty() ? lacks.note(new Problem.NoName(line.number(), title)) : Optional.of(title);
        Optional<Quantity> quantity =
                Quantity.of(line.quantity()).or(() -> lacks.note(new Problem.QuantityDoesNotFit(line.number(), title)));
        Optional<VatRate> vatRate = vatRate(line, title).filter(rate -> mayBeUsed(rate, line, title));
        Optional<String> unit = unit(line, title);
        Optional<LineSums> sums = LineSums.of(line, title, quantity, lacks);
        return name.flatMap(called -> quantity.flatMap(much ->
                vatRate.flatMap(rate -> unit.flatMap(measure -> sums.map(money -> new SaleRequest.Line(
                        line.number(),
                        line.product(),
                        called,
                        much,
                        money.price(),
                        money.gross(),
                        rate,
                        money.discount(),
                        measure))))));
    }

    private Optional<VatRate> vatRate(DealLine line, String title) {
        return switch (line.taxRate()) {
            case DealLine.TaxRate.None() -> Optional.of(VatRate.WITHOUT);
            case DealLine.TaxRate.Percent(BigDecimal percent) ->
                VatRate.percent(percent)
                        .or(() -> lacks.note(new Problem.UnknownVatRate(line.number(), title, written(percent))));
        };
    }

    private boolean mayBeUsed(VatRate rate, DealLine line, String title) {
        boolean mayBe = outdatedVat == OutdatedVat.REMARK || VatInForce.on(today, rate);
        if (!mayBe) {
            lacks.note(new Problem.VatRateNotInForce(line.number(), title, rate.inWords(), today));
        }
        return mayBe;
    }

    private Optional<String> unit(DealLine line, String title) {
        String code = line.measure().strip();
        return code.isEmpty()
                ? Optional.of("")
                : okei.canonical(code).or(() -> lacks.note(new Problem.UnitUnknown(line.number(), title, code)));
    }

    /** Lines that pass one by one may still be too much together; the dearest is where to look for the typing error. */
    private void checkTotal(List<SaleRequest.Line> lines) {
        Money total = lines.stream().map(SaleRequest.Line::gross).reduce(Money.ZERO, Money::plus);
        if (LineSums.isTooLarge(total.rubles())) {
            lines.stream()
                    .max(Comparator.comparing(SaleRequest.Line::gross))
                    .ifPresent(line -> lacks.note(new Problem.SumTooLarge(line.number(), line.name())));
        }
    }

    private static String written(BigDecimal percent) {
        return Math.abs((long) percent.scale()) > LONGEST_SCALE ? percent.toString() : percent.toPlainString();
    }
}
