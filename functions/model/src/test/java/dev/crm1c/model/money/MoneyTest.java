package dev.crm1c.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"0,0", "0.004,0", "0.005,1", "1.005,101", "2276.25,227625", "99999999.995,10000000000"})
    void rubles_become_the_nearest_kopeck_half_up(String rubles, long kopecks) {
        assertThat(Money.nearest(new BigDecimal(rubles))).isEqualTo(new Money(kopecks));
    }

    @Test
    void people_read_it_with_a_comma_and_no_break_spaces() {
        assertThat(new Money(1_234_567).inWords()).isEqualTo("12\u00A0345,67");
        assertThat(new Money(5).inWords()).isEqualTo("0,05");
    }

    @Test
    void an_overflow_is_an_error_and_not_a_negative_sum() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void the_tax_inside_is_the_exact_quotient_rounded_half_up(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long kopecks) {
        for (int percent : VatRate.KNOWN_PERCENTS) {
            var exact = BigDecimal.valueOf(kopecks)
                    .multiply(BigDecimal.valueOf(percent))
                    .divide(BigDecimal.valueOf(100L + percent), 0, RoundingMode.HALF_UP);
            assertThat(new VatRate.Percent(percent).containedIn(new Money(kopecks)))
                    .isEqualTo(new Money(exact.longValueExact()));
        }
    }

    @ParameterizedTest
    @CsvSource({"22,true", "22.0,true", "22.5,false", "-20,false", "19,false", "1e9,false", "122,false"})
    void only_rates_that_the_law_has_known_are_rates(String percent, boolean known) {
        assertThat(VatRate.percent(new BigDecimal(percent)).isPresent()).isEqualTo(known);
    }

    @Test
    void without_vat_and_zero_percent_are_different_things() {
        assertThat(VatRate.WITHOUT.key()).isNotEqualTo(new VatRate.Percent(0).key());
        assertThat(VatRate.WITHOUT.containedIn(new Money(100))).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31,20,true",
        "2026-01-01,20,false",
        "2025-12-31,22,false",
        "2026-01-01,22,true",
        "2024-12-31,5,false",
        "2025-01-01,7,true",
        "2018-12-31,18,true",
        "2019-01-01,18,false",
        "2026-06-01,10,true"
    })
    void a_rate_is_in_force_by_the_date_of_the_document(LocalDate date, int percent, boolean inForce) {
        assertThat(VatInForce.on(date, new VatRate.Percent(percent))).isEqualTo(inForce);
    }

    @ParameterizedTest
    @CsvSource({
        "1,true",
        "0.001,true",
        "0.0010,true",
        "0.0005,false",
        "0,false",
        "-1,false",
        "1e12,false",
        "999999999999.999,true"
    })
    void a_quantity_fits_a_document_line_or_is_none(String value, boolean fits) {
        assertThat(Quantity.of(new BigDecimal(value)).isPresent()).isEqualTo(fits);
    }
}
