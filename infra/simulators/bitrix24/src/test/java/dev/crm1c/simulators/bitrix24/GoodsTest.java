package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.goods.Goods.Oddity;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.7: the trade catalogue")
class GoodsTest extends WithPortal {

    @Override
    PortalSettings settings() {
        return super.settings().withScopes("catalog", "crm");
    }

    @Test
    @DisplayName("§5.7 id and iblockId must be selected and iblockId filtered by; start -1 pages by id without a count")
    void a_list_of_products_wants_id_and_iblock() throws Exception {
        for (int i = 0; i < 60; i++) {
            product("Товар " + i, "");
        }
        assertThat(list("'select':['id','name'],'filter':{'iblockId':23}").status())
                .isEqualTo(400);
        assertThat(list("'select':['id','iblockId'],'filter':{'name':'x'}").status())
                .isEqualTo(400);
        Probe.Seen first = list("'select':['id','iblockId'],'filter':{'iblockId':23}");
        assertThat(first.result().path("products")).hasSize(50);
        assertThat(first.body().path("total").asInt()).isEqualTo(60);
        assertThat(first.body().path("next").asInt()).isEqualTo(50);
        Probe.Seen rest = list("'select':['id','iblockId'],'filter':{'iblockId':23,'>id':50},'start':-1");
        assertThat(rest.result().path("products")).hasSize(10);
        assertThat(rest.body().path("total").asInt()).isZero();
        assertThat(rest.body().has("next")).isFalse();
        assertThat(Probe.keys(rest.result().path("products").path(0))).containsExactly("iblockId", "id");
    }

    @Test
    @DisplayName("§5.7 a code is given once, a measure by its id and not by its code, prices are not here")
    void a_product_is_made_and_changed() throws Exception {
        JsonNode element = product("Кресло", ",'code':'kreslo','xmlId':'guid','measure':5,'vatId':1")
                .result()
                .path("element");
        assertThat(element.path("type").asInt()).isEqualTo(1);
        assertThat(element.has("price")).isFalse();
        assertThat(product("Другое", ",'code':'kreslo'").status()).isEqualTo(400);
        assertThat(product("Другое", ",'measure':796").status()).isEqualTo(400);
        JsonNode found = list("'select':['id','iblockId','xmlId'],'filter':{'iblockId':23,'xmlId':'guid'}")
                .result()
                .path("products");
        assertThat(found).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        JsonNode changed = rest.call(
                        "catalog.product.update", "{'id':1,'fields':{'name':'Стул','property258':{'value':'x'}}}")
                .result()
                .path("element");
        assertThat(changed.path("name").asText()).isEqualTo("Стул");
        assertThat(changed.path("code").asText()).isEqualTo("kreslo");
        assertThat(Probe.keys(changed.path("property258"))).containsExactly("value", "valueId");
        assertThat(changed.path("timestampX").asText())
                .isGreaterThan(element.path("timestampX").asText());
        assertThat(rest.call("catalog.product.get", "{'id':404}").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("§2.3 TYPE: 1 simple, 6 parent without variations, 3 with them, 4 variation, 5 orphan, 7 service")
    void every_kind_of_product_tells_its_type() throws Exception {
        rest.call("catalog.product.sku.add", "{'fields':{'iblockId':23,'name':'Кресло'}}");
        assertThat(typeOf(1)).isEqualTo(6);
        rest.call("catalog.product.offer.add", "{'fields':{'iblockId':24,'name':'Кресло синее','parentId':1}}");
        rest.call("catalog.product.offer.add", "{'fields':{'iblockId':24,'name':'Сирота'}}");
        rest.call("catalog.product.service.add", "{'fields':{'iblockId':23,'name':'Доставка'}}");
        assertThat(typeOf(1)).isEqualTo(3);
        assertThat(typeOf(2)).isEqualTo(4);
        assertThat(typeOf(3)).isEqualTo(5);
        assertThat(typeOf(4)).isEqualTo(7);
        assertThat(rest.call("catalog.product.service.get", "{'id':1}").status())
                .isEqualTo(400);
        assertThat(rest.call("catalog.product.service.get", "{'id':4}")
                        .result()
                        .path("service")
                        .path("name")
                        .asText())
                .isEqualTo("Доставка");
    }

    @Test
    @DisplayName("§5.7 one price of a type; modify deletes the prices whose id is not listed")
    void prices_that_modify_does_not_list_are_deleted() throws Exception {
        product("Кресло", "");
        assertThat(price(1, "100").status()).isEqualTo(200);
        assertThat(price(1, "200").status()).isEqualTo(400);
        assertThat(price(2, "90").status()).isEqualTo(200);
        JsonNode left = rest.call(
                        "catalog.price.modify",
                        "{'fields':{'product':{'id':1,'prices':[{'id':2,'catalogGroupId':2,'price':95}]}}}")
                .result()
                .path("prices");
        assertThat(left).hasSize(1);
        JsonNode prices = rest.call("catalog.price.list", "{'filter':{'productId':1}}")
                .result()
                .path("prices");
        assertThat(prices).hasSize(1);
        assertThat(prices.path(0).path("id").asInt()).isEqualTo(2);
        assertThat(prices.path(0).path("price").asInt()).isEqualTo(95);
        rest.call("catalog.price.update", "{'id':2,'fields':{'price':'96.5'}}");
        assertThat(rest.call("catalog.price.get", "{'id':2}")
                        .result()
                        .path("price")
                        .path("price")
                        .asDouble())
                .isEqualTo(96.5);
        rest.call("catalog.price.delete", "{'id':2}");
        assertThat(rest.call("catalog.price.get", "{'id':2}").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("§5.7 \"without VAT\" has the rate null, and VAT of 0 % has 0")
    void without_vat_is_another_thing_than_zero_percent() throws Exception {
        JsonNode vats = rest.call("catalog.vat.list", "{}").result().path("vats");
        assertThat(vats.path(0).path("rate").isNull()).isTrue();
        assertThat(vats.path(1).path("rate").asInt(-1)).isZero();
        JsonNode old = rest.call("crm.vat.list", "{}").result();
        assertThat(old.path(0).path("RATE").isNull()).isTrue();
        assertThat(old.path(1).path("RATE").asText()).isEqualTo("0.00");
        assertThat(rest.call("catalog.measure.list", "{'filter':{'code':796}}")
                        .result()
                        .path("measures")
                        .path(0)
                        .path("id")
                        .asInt())
                .isEqualTo(5);
        assertThat(rest.call("crm.currency.list", "{}").body().path("total").asInt(-1))
                .isZero();
    }

    @Test
    @DisplayName("§5.7 without rights to the catalogue the code of the error is a long bare number")
    void without_rights_the_error_is_a_long_number() throws Exception {
        portal.goods().turn(Oddity.NO_RIGHTS);
        assertThat(rest.call("catalog.product.get", "{'id':1}").text())
                .startsWith("{\"error\":200040300010,\"error_description\":\"Access Denied\"");
        assertThat(rest.call("catalog.vat.list", "{}").text()).contains("200040300010");
    }

    @Test
    @DisplayName("§5.7 stock is read only; with inventory management a quantity is not written past its documents")
    void stock_is_not_written_past_its_documents() throws Exception {
        product("Кресло", ",'quantity':3");
        portal.goods().stock().put(1, 1, "54");
        assertThat(rest.call("catalog.storeproduct.list", "{'filter':{'productId':1}}")
                        .result()
                        .path("storeProducts")
                        .path(0)
                        .path("amount")
                        .asInt())
                .isEqualTo(54);
        assertThat(rest.call("catalog.product.update", "{'id':1,'fields':{'quantity':4}}")
                        .status())
                .isEqualTo(200);
        assertThat(rest.call("catalog.document.mode.status", "{}").result().asText())
                .isEqualTo("N");
        portal.goods().turn(Oddity.INVENTORY_MANAGEMENT);
        assertThat(rest.call("catalog.product.update", "{'id':1,'fields':{'quantity':5}}")
                        .status())
                .isEqualTo(400);
        assertThat(rest.call("catalog.document.mode.status", "{}").result().asText())
                .isEqualTo("Y");
    }

    @Test
    @DisplayName("§2.3 CATALOG.PRODUCT.ON.* with the type, CATALOG.PRICE.ON.* with the id alone")
    void products_and_prices_are_announced() throws Exception {
        try (Handler handler = new Handler(200)) {
            portal.events().parallel(1);
            portal.subscribe(
                    handler.address(),
                    EnumSet.range(CrmEvent.CATALOG_PRODUCT_ON_ADD, CrmEvent.CATALOG_PRICE_ON_DELETE));
            product("Кресло", "");
            price(1, "100");
            rest.call("catalog.product.delete", "{'id':1}");
            assertThat(portal.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
            assertThat(handler.calls())
                    .extracting(Handler.Call::body)
                    .satisfiesExactly(
                            one -> assertThat(one)
                                    .startsWith("event=CATALOG.PRODUCT.ON.ADD&")
                                    .contains("%5BTYPE%5D=1&ts="),
                            two -> assertThat(two)
                                    .startsWith("event=CATALOG.PRICE.ON.ADD&")
                                    .contains("%5BID%5D=1&ts="),
                            three -> assertThat(three).startsWith("event=CATALOG.PRODUCT.ON.DELETE&"));
        }
    }

    private int typeOf(long id) throws Exception {
        return rest.call("catalog.product.get", "{'id':" + id + "}")
                .result()
                .path("product")
                .path("type")
                .asInt();
    }

    private Probe.Seen list(String params) throws Exception {
        return rest.call("catalog.product.list", "{" + params + "}");
    }

    private Probe.Seen product(String name, String more) throws Exception {
        return rest.call("catalog.product.add", "{'fields':{'iblockId':23,'name':'" + name + "'" + more + "}}");
    }

    private Probe.Seen price(int type, String price) throws Exception {
        return rest.call(
                "catalog.price.add", "{'fields':{'productId':1,'catalogGroupId':" + type + ",'price':" + price + "}}");
    }
}
