package dev.crm1c.model.tenant;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.Due;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** In what parts a sale is paid: 100 % ahead, or 70 % ahead and 30 % in two weeks. */
public record PaymentTerms(List<Part> parts) {
    public static final PaymentTerms WHOLE_AHEAD =
            new PaymentTerms(List.of(new Part(100, 0, Due.Moment.BEFORE_SHIPMENT)));

    public PaymentTerms {
        parts = List.copyOf(parts);
        if (parts.stream().mapToInt(Part::percent).sum() != 100) {
            throw new IllegalArgumentException("the parts of a payment are 100 % together");
        }
    }

    /** @param days after the document's date */
    public record Part(int percent, int days, Due.Moment moment) {
        public Part {
            if (percent < 1 || percent > 100 || days < 0 || days > 3650) {
                throw new IllegalArgumentException("no part of a payment");
            }
        }
    }

    /** To the kopeck: each part is what all up to it come to, less what those before it did. */
    public List<Due> of(Money total, LocalDate from) {
        var dues = new ArrayList<Due>();
        int percents = 0;
        Money before = Money.ZERO;
        for (Part part : parts) {
            percents += part.percent();
            Money upToHere = share(total, percents);
            dues.add(new Due(part.moment(), part.percent(), upToHere.minus(before), from.plusDays(part.days())));
            before = upToHere;
        }
        return dues;
    }

    private static Money share(Money total, int percents) {
        BigInteger twice = BigInteger.valueOf(total.kopecks()).multiply(BigInteger.valueOf(2L * percents));
        return new Money(twice.add(BigInteger.valueOf(100))
                .divide(BigInteger.valueOf(200))
                .longValueExact());
    }
}
