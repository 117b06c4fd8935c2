package dev.crm1c.connectors.onec;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.Discount;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.Due;
import dev.crm1c.model.onec.Due.Moment;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Paper;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What a draft says, by the names that profiles point at. */
record DocumentValues(DocumentDraft draft, Particulars particulars, Profile profile) {
    private static final int WHOLE = 100;

    /** Of the document as a whole; lines and dues know these too. */
    Values head() {
        Values values = Values.of(draft.parties())
                .with("date", draft.date())
                .with("day", draft.date().toLocalDate().atStartOfDay())
                .with("taxed", untaxed() ? "untaxed" : "taxed")
                .with("sold", particulars.sold(draft))
                .with("paper", draft.paper() == Paper.UNIVERSAL ? "universal" : "tax-invoice")
                .with("total", draft.total())
                .with("advance", dueAt(Moment.ADVANCE))
                .with("prepayment", dueAt(Moment.BEFORE_SHIPMENT))
                .with("lastNumber", lastNumber())
                .with("marker", draft.marker().text())
                .with("markerNumber", draft.marker().number());
        addCurrency(values);
        addBasis(values);
        return values;
    }

    private boolean untaxed() {
        return draft.lines().stream().allMatch(line -> line.vatRate().equals(VatRate.WITHOUT));
    }

    private Money dueAt(Moment moment) {
        return dues().stream()
                .filter(due -> due.moment() == moment)
                .map(Due::sum)
                .reduce(Money.ZERO, Money::plus);
    }

    private BigDecimal lastNumber() {
        return BigDecimal.valueOf(
                draft.lines().stream().mapToInt(DocumentLine::number).max().orElse(0));
    }

    /** A foreign currency stands in for the base's own, which is among the base's entries. */
    private void addCurrency(Values values) {
        switch (draft.currency()) {
            case DocumentCurrency.Own() -> values.with("rate", BigDecimal.ONE).with("rateUnits", BigDecimal.ONE);
            case DocumentCurrency.Foreign(UUID currency, BigDecimal rate, int units) ->
                values.with("currency", currency).with("rate", rate).with("rateUnits", BigDecimal.valueOf(units));
        }
    }

    private void addBasis(Values values) {
        if (draft.content() instanceof Content.Over(OneCRef basis, Money _)) {
            values.with("basis", basis.key())
                    .with("basisSet", profile.section(basis.kind()).set())
                    .with("basisVat", particulars.basisVat());
        }
    }

    /** In what parts it is to be paid: where nobody says, all of it before anything is shipped. */
    List<Due> dues() {
        return draft.dues().isEmpty()
                ? List.of(new Due(
                        Moment.BEFORE_SHIPMENT,
                        WHOLE,
                        draft.total(),
                        draft.date().toLocalDate()))
                : draft.dues();
    }

    static Values of(Due due, Values head) {
        return head.copy()
                .with("due.moment", due.moment().wireName())
                .with("due.on", due.on().atStartOfDay())
                .with("due.percent", BigDecimal.valueOf(due.percent()))
                .with("due.sum", due.sum());
    }

    /** @param traits entries of the item's own go before the base's */
    static Values of(DocumentLine line, ItemTraits traits, Values head) {
        Values values = head.copy()
                .with("number", BigDecimal.valueOf(line.number()))
                .with("content", line.content())
                .with("quantity", line.quantity().value())
                .with("price", line.price())
                .with("gross", line.gross())
                .with("vatRate", line.vatRate().key())
                .with("vat", line.vat());
        traits.entries().forEach(values::with);
        addDiscount(values, line);
        return switch (line.item()) {
            case ItemChoice.Linked(UUID item) -> values.with("item", item);
            case ItemChoice.Described() -> values;
        };
    }

    private static void addDiscount(Values values, DocumentLine line) {
        switch (line.discount()) {
            case Discount.None() ->
                values.with("listPrice", line.price())
                        .with("discountPercent", BigDecimal.ZERO)
                        .with("discountSum", Money.ZERO);
            case Discount.Given(Money listPrice, BigDecimal percent, Money sum) ->
                values.with("listPrice", listPrice)
                        .with("discountPercent", percent)
                        .with("discountSum", sum);
        }
    }
}
