package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("bitrix24.md §5.3: product rows")
class ProductRowTest extends WithPortal {
    private long deal;

    @BeforeEach
    void aDeal() {
        deal = person.deal("Сделка", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "80000, 20, 20, 66666.67, 83333.34, 100000.01, 16666.67",
        "90000, 10, 10, 81818.18, 90909.09, 100000, 9090.91",
        "79999, '', 0, 79999, 79999, 79999, 0",
        "12990.50, 22, 0, 10647.95, 10647.95, 12990.5, 0"
    })
    @DisplayName(
            "§5.3 the portal computes the other prices from price, step by rounded step: the documentation's numbers")
    void prices(String price, String tax, String discount, String exclusive, String netto, String brutto, String sum)
            throws Exception {
        String rate = tax.isEmpty() ? "null" : tax;
        JsonNode row = add("'price':" + price + ",'quantity':3,'taxRate':" + rate
                + ",'taxIncluded':'Y','discountTypeId':2,'discountRate':" + discount
                + ",'priceNetto':1,'priceBrutto':1,'priceExclusive':1");
        assertThat(row.path("priceExclusive").asText()).isEqualTo(exclusive);
        assertThat(row.path("priceNetto").asText()).isEqualTo(netto);
        assertThat(row.path("priceBrutto").asText()).isEqualTo(brutto);
        assertThat(row.path("discountSum").asText()).isEqualTo(sum);
        assertThat(row.path("taxRate").isNull()).isEqualTo(tax.isEmpty());
    }

    @Test
    @DisplayName("§5.3 a discount of a sum is of one unit, without tax; its rate follows")
    void absoluteDiscount() throws Exception {
        JsonNode row = add("'price':120,'taxRate':20,'discountTypeId':1,'discountSum':25");
        assertThat(row.path("priceNetto").asInt()).isEqualTo(125);
        assertThat(row.path("priceBrutto").asInt()).isEqualTo(150);
        assertThat(row.path("discountRate").asInt()).isEqualTo(20);
    }

    @Test
    @DisplayName("§5.3 a percentage without its rate is refused with ERROR_CORE; 0 % is not \"without VAT\"")
    void validation() throws Exception {
        assertThat(rest.call("crm.item.productrow.add", fields("'price':1,'discountTypeId':2"))
                        .error())
                .isEqualTo("ERROR_CORE");
        assertThat(add("'price':1,'taxRate':0").path("taxRate").isNumber()).isTrue();
        assertThat(add("'price':1").path("taxRate").isNull()).isTrue();
        assertThat(rest.call("crm.item.productrow.set", "{'ownerType':'D','ownerId':404,'productRows':[]}")
                        .error())
                .isEqualTo("OWNER_NOT_FOUND");
        assertThat(rest.call("crm.item.productrow.set", "{'ownerType':'Q','ownerId':1,'productRows':[]}")
                        .error())
                .isEqualTo("ENTITY_TYPE_NOT_SUPPORTED");
    }

    @Test
    @DisplayName(
            "§5.3 list wants =ownerType and =ownerId, with the equals sign, and shows the documented keys and total")
    void list() throws Exception {
        person.rows(
                deal, List.of(ProductRow.of("Стул", "90000", "3").withVat(10).withDiscountPercent("10")));
        Probe.Seen seen =
                rest.get("crm.item.productrow.list?filter%5B%3DownerType%5D=D&filter%5B%3DownerId%5D=" + deal);
        JsonNode sample = Probe.answerSample("crm.item.productrow.list");
        assertThat(Probe.keys(seen.result().path("productRows").path(0)))
                .isEqualTo(Probe.keys(sample.path("result").path("productRows").path(0)));
        assertThat(seen.body().path("total").asInt()).isEqualTo(1);
        assertThat(seen.text()).contains("\"price\":90000,", "\"priceExclusive\":81818.18,", "\"quantity\":3,");
        Probe.Seen refused = rest.get("crm.item.productrow.list?filter%5BownerType%5D=D&filter%5BownerId%5D=" + deal);
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    @DisplayName("§5.3 set replaces every row and gives new ids, also to rows that stay the same")
    void set() throws Exception {
        List<Long> before = person.rows(deal, List.of(ProductRow.of("А", "1", "1"), ProductRow.of("Б", "2", "1")));
        JsonNode rows = rest.call(
                        "crm.item.productrow.set",
                        "{'ownerType':'D','ownerId':" + deal + ",'productRows':[{'productName':'А','price':1}]}")
                .result()
                .path("productRows");
        assertThat(rows).hasSize(1);
        assertThat(before).doesNotContain(rows.path(0).path("id").asLong());
        assertThat(portal.rows(deal)).hasSize(1);
        Probe.Seen gone = rest.get("crm.item.productrow.get?id=" + before.getFirst());
        assertThat(gone.error()).isEqualTo("NOT_FOUND");
    }

    @Test
    @DisplayName("§5.3 update and delete act on one row; a write does not show storeId, delete answers null")
    void updateAndDelete() throws Exception {
        long row = person.rows(deal, List.of(ProductRow.of("Услуга", "10", "1").asService()))
                .getFirst();
        JsonNode updated = rest.call(
                        "crm.item.productrow.update", "{'id':" + row + ",'fields':{'quantity':'2.5','type':1}}")
                .result()
                .path("productRow");
        assertThat(updated.path("quantity").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(updated.path("type").asInt()).as("type is read-only").isEqualTo(7);
        assertThat(Probe.keys(updated))
                .isEqualTo(Probe.keys(Probe.answerSample("crm.item.productrow.update")
                        .path("result")
                        .path("productRow")));
        Probe.Seen deleted = rest.call("crm.item.productrow.delete", "{'id':" + row + "}");
        assertThat(deleted.body().has("result") && deleted.result().isNull()).isTrue();
        assertThat(rest.call("crm.item.productrow.delete", "{'id':" + row + "}").error())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    @DisplayName("§2.3 rows bring the sum and the tax of the deal; the manual mode keeps the sum")
    void totals() throws Exception {
        person.rows(deal, List.of(ProductRow.of("А", "122", "2").withVat(22), ProductRow.of("Б", "0.50", "3")));
        assertThat(portal.deal(deal).path("opportunity").asText()).isEqualTo("245.5");
        assertThat(portal.deal(deal).path("taxValue").asText()).isEqualTo("44");
        rest.call("crm.item.update", "{'entityTypeId':2,'id':" + deal + ",'fields':{'opportunity':1}}");
        assertThat(portal.deal(deal).path("opportunity").asText()).isEqualTo("245.5");
        rest.call(
                "crm.item.update",
                "{'entityTypeId':2,'id':" + deal + ",'fields':{'opportunity':1,'isManualOpportunity':'Y'}}");
        assertThat(portal.deal(deal).path("opportunity").asText()).isEqualTo("1");
        rest.call("crm.item.update", "{'entityTypeId':2,'id':" + deal + ",'fields':{'isManualOpportunity':'N'}}");
        assertThat(portal.deal(deal).path("opportunity").asText()).isEqualTo("245.5");
        person.rows(deal, List.of());
        assertThat(portal.deal(deal).path("opportunity").asText()).isEqualTo("0");
    }

    @Test
    @DisplayName("§2.3 saving rows stamps the deal, as the usual builds do")
    void stamp() throws Exception {
        clock.advance(Duration.ofMinutes(3));
        add("'price':5");
        assertThat(portal.deal(deal).path("updatedTime").asText()).isEqualTo("2026-11-21T14:03:00+02:00");
        assertThat(portal.deal(deal).path("updatedBy").asLong()).isEqualTo(1);
    }

    @Test
    @DisplayName("§5.3 a form gives strings, and rows by number")
    void form() throws Exception {
        rest.form(
                "crm.item.productrow.set",
                "ownerType=D&ownerId=" + deal
                        + "&productRows[0][productName]=%D0%90&productRows[0][price]=10.10&productRows[0][quantity]=2"
                        + "&productRows[1][productName]=%D0%91&productRows[1][price]=5&productRows[1][taxRate]=");
        List<String> names = new ArrayList<>();
        portal.rows(deal).forEach(row -> names.add(row.path("productName").asText()));
        assertThat(names).containsExactly("А", "Б");
        assertThat(portal.deal(deal).path("opportunity").asText()).isEqualTo("25.2");
        assertThat(portal.rows(deal).getLast().path("taxRate").isNull()).isTrue();
    }

    private JsonNode add(String fields) throws Exception {
        return rest.call("crm.item.productrow.add", fields(fields)).result().path("productRow");
    }

    private String fields(String fields) {
        return "{'fields':{'ownerType':'D','ownerId':" + deal + ",'productName':'Стул'," + fields + "}}";
    }
}
