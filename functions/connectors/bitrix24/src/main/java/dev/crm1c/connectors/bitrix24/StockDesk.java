package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.catalogue.PortalStock;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 1C's stock shown in a property of the product, whose value has an id of its own; the portal's stores are only read, for with inventory
 * management on nothing but its documents moves them. Source: reference "bitrix24", 5.7.
 */
@ApplicationScoped
class StockDesk {
    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;
    private final ProductDesk products;

    StockDesk(Bitrix24Client client, Lists lists, Answers answers, ProductDesk products) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
        this.products = products;
    }

    Reply<List<PortalStock>> of(Tenant tenant, CrmRef product) {
        ListQuery query = ListQuery.of("catalog.storeproduct.list", "storeProducts")
                .with("filter[productId]", product.id())
                .with("order[id]", "ASC");
        return lists.all(tenant, query)
                .map(rows -> rows.stream()
                        .map(row -> new PortalStock(
                                text(row, "storeId"),
                                Bitrix24Mapping.decimal(row, "amount").orElse(BigDecimal.ZERO)))
                        .toList());
    }

    Reply<Written> show(Tenant tenant, CrmRef product, String property, BigDecimal quantity) {
        if (!property.matches("[1-9][0-9]{0,8}")) {
            return Reply.askPeople(new Problem.CrmSaysNo("свойство товара задаётся номером"));
        }
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("product", "catalog.product.get").with("id", product.id());
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "product"))
                .then(found ->
                        show(tenant, product, "property" + property, found.path("product"), quantity.toPlainString()));
    }

    private Reply<Written> show(Tenant tenant, CrmRef product, String property, JsonNode present, String quantity) {
        JsonNode value = present.path(property);
        if (Differing.of(value, Map.of("value", quantity)).isEmpty()) {
            return Reply.of(Written.NOTHING);
        }
        var fields = new LinkedHashMap<String, String>();
        if (!text(value, "valueId").isEmpty()) {
            fields.put(property + "][valueId", text(value, "valueId"));
        }
        fields.put(property + "][value", quantity);
        return products.update(tenant, product.id(), fields);
    }
}
