package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.catalogue.CrmProduct;
import dev.crm1c.model.catalogue.ProductDraft;
import dev.crm1c.model.catalogue.ProductDraft.Sale;
import dev.crm1c.model.catalogue.ProductList;
import dev.crm1c.model.port.CrmCatalogue.Put;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Products. A list must name the catalogue, and select its id and the product's. Source: reference "bitrix24", 5.7. */
@ApplicationScoped
class ProductDesk {
    private static final List<String> SELECTED =
            List.of("id", "iblockId", "xmlId", "name", "measure", "vatId", "vatIncluded", "active");

    private final Bitrix24Client client;
    private final PortalLists listsByKey;
    private final Lists lists;
    private final Answers answers;

    ProductDesk(Bitrix24Client client, PortalLists listsByKey, Lists lists, Answers answers) {
        this.client = client;
        this.listsByKey = listsByKey;
        this.lists = lists;
        this.answers = answers;
    }

    Reply<ProductList> all(Tenant tenant, String catalogue, int mostPages) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.putObject("filter").put("iblockId", catalogue);
        parameters.putArray("select").add("id").add("iblockId").add("xmlId").add("name");
        return listsByKey
                .read(tenant, new KeyedList("catalog.product.list", parameters, KeyedList.Key.MODERN), mostPages)
                .map(listing -> new ProductList(
                        listing.rows().stream().flatMap(ProductDesk::product).toList(), extent(listing.extent())));
    }

    private static Stream<CrmProduct> product(JsonNode row) {
        return CrmRef.parse(CrmKind.PRODUCT, text(row, "id")).stream()
                .map(ref -> new CrmProduct(ref, text(row, "xmlId"), text(row, "name")));
    }

    private static ProductList.Extent extent(Listing.Extent extent) {
        return switch (extent) {
            case WHOLE -> ProductList.Extent.WHOLE;
            case CUT_SHORT -> ProductList.Extent.CUT_SHORT;
        };
    }

    Reply<Put> put(Tenant tenant, ProductDraft draft) {
        ListQuery query = ListQuery.of("catalog.product.list", "products")
                .withEach("select", SELECTED)
                .with("filter[iblockId]", draft.catalogue())
                .with("filter[=xmlId]", draft.key().toString())
                .with("order[id]", "ASC");
        return lists.all(tenant, query)
                .then(found -> found.stream()
                        .findFirst()
                        .map(product -> update(tenant, draft, product))
                        .orElseGet(() -> add(tenant, draft)));
    }

    private Reply<Put> add(Tenant tenant, ProductDraft draft) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("product", "catalog.product.add")
                .with("fields[iblockId]", draft.catalogue())
                .fields(fields(draft));
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "product"))
                .then(made -> put(text(made.path("element"), "id"), Written.SOMETHING));
    }

    private Reply<Put> update(Tenant tenant, ProductDraft draft, JsonNode product) {
        String id = text(product, "id");
        Map<String, String> differing = Differing.of(product, fields(draft));
        return differing.isEmpty()
                ? put(id, Written.NOTHING)
                : update(tenant, id, differing).then(written -> put(id, written));
    }

    /** Fields by their names, parts of a property as {@code property258][value}. */
    Reply<Written> update(Tenant tenant, String id, Map<String, String> fields) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("product", "catalog.product.update").with("id", id).fields(fields);
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "product"))
                .map(_ -> Written.SOMETHING);
    }

    private Reply<Put> put(String id, Written written) {
        Optional<CrmRef> product = CrmRef.parse(CrmKind.PRODUCT, id);
        return product.map(ref -> Reply.of(new Put(ref, written))).orElseGet(() -> Reply.stop(answers.notUnderstood()));
    }

    /** Prices of 1C contain the tax, as everywhere with us. */
    private static Map<String, String> fields(ProductDraft draft) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("xmlId", draft.key().toString());
        fields.put("name", draft.name());
        fields.put("measure", draft.measure());
        fields.put("vatId", draft.vat());
        fields.put("vatIncluded", "Y");
        fields.put("active", draft.sale() == Sale.OFFERED ? "Y" : "N");
        return fields;
    }
}
