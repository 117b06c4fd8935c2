package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.Pipeline.Meaning;
import dev.crm1c.model.portal.Pipeline.Stage;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pipelines and their stages: each pipeline's stages are a dictionary of its own. Source: reference "bitrix24", 5.4. */
@ApplicationScoped
class StageBook {
    private static final String GENERAL_PIPELINE = "0";
    /** One batch; a portal with more pipelines of a kind is read in several. */
    private static final int AT_ONCE = 50;

    private static final Comparator<JsonNode> AS_SHOWN = Comparator.comparingLong(
                    (JsonNode row) -> row.path("SORT").asLong())
            .thenComparingLong(row -> row.path("ID").asLong());

    private final Lists lists;

    StageBook(Lists lists) {
        this.lists = lists;
    }

    Reply<List<Pipeline>> of(Tenant tenant, Pipeline.Of owner) {
        return lists.all(
                        tenant,
                        ListQuery.of("crm.category.list", "categories")
                                .with("entityTypeId", Integer.toString(entityTypeId(owner))))
                .then(categories -> withStages(tenant, owner, categories));
    }

    private Reply<List<Pipeline>> withStages(Tenant tenant, Pipeline.Of owner, List<JsonNode> categories) {
        Reply<List<Pipeline>> pipelines = Reply.of(List.of());
        for (int from = 0; from < categories.size(); from += AT_ONCE) {
            List<JsonNode> some = categories.subList(from, Math.min(from + AT_ONCE, categories.size()));
            pipelines = pipelines.then(before -> stages(tenant, owner, some).map(stages -> {
                var all = new ArrayList<>(before);
                some.forEach(category -> all.add(pipeline(category, stages.get(text(category, "id")))));
                return all;
            }));
        }
        return pipelines;
    }

    private Reply<Map<String, List<JsonNode>>> stages(Tenant tenant, Pipeline.Of owner, List<JsonNode> categories) {
        var listings = new LinkedHashMap<String, ListQuery>();
        for (JsonNode category : categories) {
            String id = text(category, "id");
            listings.put(id, ListQuery.of("crm.status.list", "").with("filter[ENTITY_ID]", dictionary(owner, id)));
        }
        return lists.all(tenant, listings);
    }

    private static Pipeline pipeline(JsonNode category, List<JsonNode> stages) {
        String code = text(category, "id");
        return new Pipeline(
                code,
                text(category, "name"),
                stages.stream()
                        .sorted(AS_SHOWN)
                        .map(row ->
                                new Stage(new StageRef(code, text(row, "STATUS_ID")), text(row, "NAME"), meaning(row)))
                        .toList());
    }

    private static Meaning meaning(JsonNode row) {
        return switch (text(row, "SEMANTICS")) {
            case "S" -> Meaning.SUCCESS;
            case "F" -> Meaning.FAILURE;
            default -> Meaning.IN_PROGRESS;
        };
    }

    private static String dictionary(Pipeline.Of owner, String pipeline) {
        return switch (owner) {
            case Pipeline.Of.Deals() -> pipeline.equals(GENERAL_PIPELINE) ? "DEAL_STAGE" : "DEAL_STAGE_" + pipeline;
            case Pipeline.Of.Invoices() -> "SMART_INVOICE_STAGE_" + pipeline;
            case Pipeline.Of.SmartProcess(int type) -> "DYNAMIC_" + type + "_STAGE_" + pipeline;
        };
    }

    private static int entityTypeId(Pipeline.Of owner) {
        return switch (owner) {
            case Pipeline.Of.Deals() -> EntityType.DEAL;
            case Pipeline.Of.Invoices() -> EntityType.SMART_INVOICE;
            case Pipeline.Of.SmartProcess(int type) -> type;
        };
    }
}
