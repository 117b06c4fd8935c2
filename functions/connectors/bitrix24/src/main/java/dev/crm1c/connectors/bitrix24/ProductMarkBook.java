package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.catalogue.ProductMarks;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection.ProductField;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What tells products apart. A portal that keeps its catalogue from us must not hold up deals, whose rows have names all the same: then
 * nobody has said anything of any product. Source: reference "bitrix24", 5.7.
 */
@ApplicationScoped
class ProductMarkBook {
    private static final ProductMarks NOTHING_SAID = new ProductMarks("", "", "");

    /** The scope was not given, the employee may not look, or there is no catalogue to look into. */
    private static final Set<Refusal> KEPT_FROM_US =
            Set.of(Refusal.INSUFFICIENT_SCOPE, Refusal.NO_RIGHT, Refusal.METHOD_UNKNOWN, Refusal.NOT_IN_PLAN);

    /** Of a product that is gone the catalogue says in words alone that it does not exist. */
    private static final Set<Refusal> GONE = Set.of(Refusal.NOT_FOUND, Refusal.REQUEST_REFUSED);

    private final Bitrix24Client client;
    private final Answers answers;

    ProductMarkBook(Bitrix24Client client, Answers answers) {
        this.client = client;
        this.answers = answers;
    }

    Reply<Map<String, ProductMarks>> of(Tenant tenant, Set<String> products) {
        List<String> ids = products.stream().sorted().toList();
        Map<String, ProductMarks> none = new HashMap<>();
        return Portions.inTurn(ids, Portions.OF_READS, none, (some, known) -> together(tenant, some, known))
                .map(Map::copyOf);
    }

    private Reply<Map<String, ProductMarks>> together(
            Tenant tenant, List<String> ids, Map<String, ProductMarks> known) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        ids.forEach(id -> batch.command(command(id), "catalog.product.get").with("id", id));
        return client.call(tenant, batch).then(answer -> {
            Reply<Map<String, ProductMarks>> all = Reply.of(known);
            for (String id : ids) {
                all = all.then(before -> marks(tenant, answer, id).map(marks -> {
                    marks.ifPresent(found -> before.put(id, found));
                    return before;
                }));
            }
            return all;
        });
    }

    private Reply<Optional<ProductMarks>> marks(Tenant tenant, BatchAnswer answer, String id) {
        if (answers.isRefused(answer, command(id), KEPT_FROM_US)) {
            return Reply.of(Optional.of(NOTHING_SAID));
        }
        if (answers.isRefused(answer, command(id), GONE)) {
            return Reply.of(Optional.empty());
        }
        return answers.of(answer, command(id))
                .map(found -> found.path("product"))
                .map(product -> Optional.of(product)
                        .filter(_ -> text(product, "id").equals(id))
                        .map(_ -> marks(tenant, product)));
    }

    private static String command(String id) {
        return "product_" + id;
    }

    private static ProductMarks marks(Tenant tenant, JsonNode product) {
        String origin = text(product, "xmlId");
        return new ProductMarks(
                // A product that nobody brought has its own number there.
                origin.equals(text(product, "id")) ? "" : origin,
                field(tenant, ProductField.ARTICLE, product),
                field(tenant, ProductField.BARCODE, product));
    }

    /** A property is {@code {value, valueId}}, or a list of such of which the first one counts. */
    private static String field(Tenant tenant, ProductField field, JsonNode product) {
        return Optional.ofNullable(tenant.crm().productFields().get(field)).map(product::path).stream()
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .map(value -> value.isObject()
                        ? text(value, "value")
                        : value.isNull() ? "" : value.asText().strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
