package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.port.CrmCatalogue.Price;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A product's price of a type: added when there is none, else changed by its own id. {@code catalog.price.modify} would delete every price that
 * it is not told of. Source: reference "bitrix24", 5.7.
 */
@ApplicationScoped
class PriceDesk {
    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;

    PriceDesk(Bitrix24Client client, Lists lists, Answers answers) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
    }

    Reply<Written> put(Tenant tenant, CrmRef product, Price price) {
        ListQuery query = ListQuery.of("catalog.price.list", "prices")
                .with("filter[productId]", product.id())
                .with("filter[catalogGroupId]", price.type())
                .with("order[id]", "ASC");
        return lists.all(tenant, query).then(found -> put(tenant, product, price, found));
    }

    private Reply<Written> put(Tenant tenant, CrmRef product, Price price, List<JsonNode> found) {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("price", price.amount().toPlainString());
        wanted.put("currency", price.currency());
        if (found.isEmpty()) {
            wanted.put("productId", product.id());
            wanted.put("catalogGroupId", price.type());
            return write(tenant, "catalog.price.add", Map.of(), wanted);
        }
        Map<String, String> differing = Differing.of(found.getFirst(), wanted);
        // A price without its currency is no price: the two go together.
        return differing.isEmpty()
                ? Reply.of(Written.NOTHING)
                : write(tenant, "catalog.price.update", Map.of("id", text(found.getFirst(), "id")), wanted);
    }

    private Reply<Written> write(Tenant tenant, String method, Map<String, String> key, Map<String, String> fields) {
        var batch = new Batch(Batch.AfterError.STOP);
        Batch.Command command = batch.command("price", method);
        key.forEach(command::with);
        command.fields(fields);
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "price"))
                .map(_ -> Written.SOMETHING);
    }
}
