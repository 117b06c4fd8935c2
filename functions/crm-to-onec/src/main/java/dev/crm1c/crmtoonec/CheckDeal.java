package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds everything that keeps a deal from becoming an invoice, all at once, so that people are asked once. */
final class CheckDeal {
    private static final int MOST_LINES = 500;
    private static final int LONGEST_COMPANY_NAME = 550;
    private static final String RUBLE = "RUB";
    /** Below a trillion: such sums are typing errors, and every total still fits what a 1C document can hold. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(12);

    private final Deal deal;
    private final List<Problem> problems = new ArrayList<>();

    private CheckDeal(Deal deal) {
        this.deal = deal;
    }

    static Reply<InvoiceRequest> check(Deal deal) {
        return new CheckDeal(deal).check();
    }

    private Reply<InvoiceRequest> check() {
        Optional<CounterpartyCard> buyer = buyer();
        List<InvoiceRequest.Line> lines = lines();
        if (!deal.currency().equals(RUBLE)) {
            problems.add(new Problem.CurrencyNotSupported(deal.currency()));
        }
        return problems.isEmpty()
                ? Reply.of(new InvoiceRequest(deal.ref(), buyer.orElseThrow(), lines))
                : Reply.stop(new Outcome.NeedsPeople(problems));
    }

    private Optional<CounterpartyCard> buyer() {
        return switch (deal.buyer()) {
            case Buyer.Nobody() -> lacking(new Problem.NoCompany());
            case Buyer.CompanyOnly(var company) -> lacking(new Problem.NoRequisites(company));
            case Buyer.CompanyWithRequisites requisites -> {
                Optional<LegalIdentity> identity = identity(requisites);
                checkNames(requisites);
                yield identity.map(known -> new CounterpartyCard(
                        known, requisites.name(), requisites.fullName(), requisites.registrationNumber()));
            }
        };
    }

    private Optional<LegalIdentity> identity(Buyer.CompanyWithRequisites requisites) {
        if (requisites.inn().isEmpty()) {
            return lacking(new Problem.InnMissing(requisites.company()));
        }
        Optional<Inn> inn = Inn.parse(requisites.inn());
        if (inn.isEmpty()) {
            return lacking(new Problem.InnWrong(requisites.company()));
        }
        if (inn.get().ofPerson()) {
            return Optional.of(new LegalIdentity.SoleTrader(inn.get()));
        }
        if (requisites.kpp().isEmpty()) {
            return lacking(new Problem.KppMissing(requisites.company()));
        }
        Optional<Kpp> kpp = Kpp.parse(requisites.kpp());
        return kpp.isEmpty()
                ? lacking(new Problem.KppWrong(requisites.company()))
                : Optional.of(new LegalIdentity.Organization(inn.get(), kpp.get()));
    }

    private void checkNames(Buyer.CompanyWithRequisites requisites) {
        if (requisites.name().isBlank()) {
            problems.add(new Problem.NoCompanyName(requisites.company()));
        }
        if (requisites.fullName().length() > LONGEST_COMPANY_NAME
                || requisites.name().length() > LONGEST_COMPANY_NAME) {
            problems.add(new Problem.CompanyNameTooLong(requisites.company(), LONGEST_COMPANY_NAME));
        }
    }

    private List<InvoiceRequest.Line> lines() {
        if (deal.lines().isEmpty()) {
            problems.add(new Problem.NoLines());
        }
        if (deal.lines().size() > MOST_LINES) {
            problems.add(new Problem.TooManyLines(MOST_LINES));
            return List.of();
        }
        return deal.lines().stream().flatMap(line -> line(line).stream()).toList();
    }

    private Optional<InvoiceRequest.Line> line(DealLine line) {
        if (line.name().isBlank()) {
            return lacking(new Problem.NoName(line.number(), line.name()));
        }
        Optional<Quantity> quantity = Quantity.of(line.quantity());
        if (quantity.isEmpty()) {
            return lacking(new Problem.QuantityDoesNotFit(line.number(), line.name()));
        }
        Optional<VatRate> vatRate = vatRate(line);
        if (vatRate.isEmpty()) {
            return Optional.empty();
        }
        return price(line).flatMap(price -> {
            BigDecimal exact = price.multiply(line.quantity());
            return exact.compareTo(TOO_LARGE) >= 0
                    ? lacking(new Problem.SumTooLarge(line.number(), line.name()))
                    : Optional.of(new InvoiceRequest.Line(
                            line.number(),
                            line.product(),
                            line.name(),
                            quantity.get(),
                            Money.nearest(price),
                            Money.nearest(exact),
                            vatRate.get()));
        });
    }

    private Optional<BigDecimal> price(DealLine line) {
        return switch (line.price()) {
            case DealLine.Price.NotGiven() -> lacking(new Problem.NoPrice(line.number(), line.name()));
            case DealLine.Price.Rubles(BigDecimal amount) ->
                amount.signum() == 0
                        ? lacking(new Problem.NoPrice(line.number(), line.name()))
                        : amount.signum() < 0
                                ? lacking(new Problem.PriceNotPositive(line.number(), line.name()))
                                : Optional.of(amount);
        };
    }

    private Optional<VatRate> vatRate(DealLine line) {
        return switch (line.taxRate()) {
            case DealLine.TaxRate.None() -> Optional.of(VatRate.WITHOUT);
            case DealLine.TaxRate.Percent(BigDecimal percent) ->
                VatRate.percent(percent)
                        .or(() -> lacking(
                                new Problem.UnknownVatRate(line.number(), line.name(), percent.toPlainString())));
        };
    }

    private <T> Optional<T> lacking(Problem problem) {
        problems.add(problem);
        return Optional.empty();
    }
}
