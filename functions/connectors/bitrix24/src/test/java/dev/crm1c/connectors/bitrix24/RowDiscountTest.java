package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.DealLine.Price;
import dev.crm1c.model.deal.DealLine.PriceBefore;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowDiscountTest {
    private static PriceBefore before(String price, String discount) {
        JsonNode row = StubPortal.json("{" + discount + "}");
        return RowDiscount.before(row, new Price.Amount(new BigDecimal(price)));
    }

    private static PriceBefore higher(String amount, String percent) {
        return new PriceBefore.Higher(new BigDecimal(amount), new BigDecimal(percent));
    }

    @Test
    @DisplayName("bitrix24.md §5.3: the worked example, whose gross price lost a kopeck by rounding")
    void the_price_before_is_what_everybody_reads() {
        assertThat(before("80000", "'discountTypeId':2,'discountRate':20,'priceBrutto':100000.01".replace('\'', '"')))
                .isEqualTo(higher("100000.00", "20.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "90 | 'discountTypeId':2,'discountRate':10,'priceBrutto':100.02 | 100.00 | 10.00",
                "90 | 'discountTypeId':2,'discountRate':10,'priceBrutto':100.03 | 100.03 | 10.00",
                "90 | 'discountTypeId':2,'discountRate':10 | 100.00 | 10.00",
                "90 | 'discountRate':'10.0000','priceBrutto':'100' | 100.00 | 10.00",
                "2 | 'discountTypeId':2,'discountRate':33.333333,'priceBrutto':3 | 3.00 | 33.33",
                "0 | 'discountTypeId':2,'discountRate':100,'priceBrutto':50 | 50 | 100.00",
                "75 | 'discountTypeId':1,'discountSum':20.83,'discountRate':25,'priceBrutto':100 | 100 | 25.00",
                "66.67 | 'discountTypeId':1,'discountSum':27.78,'priceBrutto':100.01 | 100.01 | 33.34"
            })
    void a_discount_is_shown_as_the_customer_sees_it(String price, String row, String amount, String percent) {
        assertThat(before(price, row.replace('\'', '"'))).isEqualTo(higher(amount, percent));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "100 | 'discountTypeId':2,'discountRate':0,'priceBrutto':100.01",
                "100 | 'discountTypeId':1,'discountSum':0,'priceBrutto':100.01",
                "100 | 'discountTypeId':2,'discountRate':-10,'priceBrutto':90.91",
                "100 | 'discountTypeId':1,'discountSum':5,'priceBrutto':100",
                "100 | 'discountTypeId':1,'discountSum':5",
                "0 | 'discountTypeId':2,'discountRate':100",
                "0 | 'discountTypeId':2,'discountRate':10,'priceBrutto':0",
                "100 | 'discountTypeId':null"
            })
    void without_a_discount_the_price_is_the_same(String price, String row) {
        assertThat(before(price, row.replace('\'', '"'))).isEqualTo(new PriceBefore.Same());
    }

    @Test
    void no_price_was_never_higher() {
        assertThat(RowDiscount.before(
                        StubPortal.json("{\"discountRate\": 10, \"priceBrutto\": 5}"), new Price.NotGiven()))
                .isEqualTo(new PriceBefore.Same());
    }

    @Property(tries = 200)
    void whatever_a_percent_takes_off_a_round_price_is_read_back(
            @ForAll @LongRange(min = 100, max = 100_000_000) long kopecks,
            @ForAll @IntRange(min = 1, max = 50) int rate) {
        BigDecimal list = BigDecimal.valueOf(kopecks, 2);
        BigDecimal price = list.multiply(BigDecimal.valueOf(100 - rate, 2));

        PriceBefore read = before(
                price.toPlainString(),
                "\"discountTypeId\":2,\"discountRate\":%d,\"priceBrutto\":%s".formatted(rate, list.toPlainString()));

        assertThat(read)
                .isInstanceOfSatisfying(
                        PriceBefore.Higher.class,
                        higher -> assertThat(higher.amount()).isEqualByComparingTo(list));
    }
}
