package dev.crm1c.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.Due;
import dev.crm1c.model.onec.Due.Moment;
import dev.crm1c.model.tenant.PaymentTerms.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaymentTermsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Property
    void the_parts_come_to_the_total_and_none_is_negative(
            @ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long kopecks,
            @ForAll @Size(max = 9) List<@IntRange(min = 1, max = 11) Integer> percents) {
        var parts = new ArrayList<Part>();
        percents.forEach(percent -> parts.add(new Part(percent, parts.size(), Moment.AFTER_SHIPMENT)));
        int rest = 100 - percents.stream().mapToInt(Integer::intValue).sum();
        parts.add(new Part(rest, 0, Moment.BEFORE_SHIPMENT));

        List<Due> dues = new PaymentTerms(parts).of(new Money(kopecks), DAY);

        assertThat(dues.stream().map(Due::sum).reduce(Money.ZERO, Money::plus)).isEqualTo(new Money(kopecks));
        assertThat(dues).allMatch(due -> due.sum().kopecks() >= 0);
    }

    @Test
    void seventy_and_thirty_of_a_sum_that_does_not_divide() {
        var terms = new PaymentTerms(
                List.of(new Part(70, 0, Moment.BEFORE_SHIPMENT), new Part(30, 14, Moment.AFTER_SHIPMENT)));

        assertThat(terms.of(new Money(10_001), DAY))
                .containsExactly(
                        new Due(Moment.BEFORE_SHIPMENT, 70, new Money(7_001), DAY),
                        new Due(Moment.AFTER_SHIPMENT, 30, new Money(3_000), DAY.plusDays(14)));
    }

    @Test
    void what_is_not_a_whole_is_no_payment() {
        assertThatThrownBy(() -> new PaymentTerms(List.of(new Part(70, 0, Moment.ADVANCE))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
