package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pipelines of deals and of smart invoices and their stages, those of deals as in the samples of crm.category.list
 * and crm.status.list. The general pipeline of deals has the plain codes, pipeline 9 the same as C9:NEW and so on;
 * invoices have DT31_0:N in the general one too (bitrix24.md §5.4).
 */
public final class Pipelines {

    private final Map<ItemType, List<ObjectNode>> categories = new EnumMap<>(ItemType.class);
    private final List<ObjectNode> statuses = new ArrayList<>();

    Pipelines() {
        categories.put(ItemType.DEAL, rows(Json.resource("deal-pipelines.json")));
        categories.put(ItemType.SMART_INVOICE, rows(Json.resource("invoice-pipelines.json")));
        List<ObjectNode> general = rows(Json.resource("deal-stages.json"));
        statuses.addAll(general);
        for (long pipeline : numbers(ItemType.DEAL)) {
            if (pipeline != 0) {
                general.forEach(stage -> statuses.add(inPipeline(ItemType.DEAL, stage.deepCopy(), pipeline)));
            }
        }
        for (long pipeline : numbers(ItemType.SMART_INVOICE)) {
            rows(Json.resource("invoice-stages.json"))
                    .forEach(stage -> statuses.add(inPipeline(ItemType.SMART_INVOICE, stage, pipeline)));
        }
    }

    /** Empty for kinds that have no pipelines. */
    public List<ObjectNode> categories(ItemType type) {
        return categories.getOrDefault(type, List.of()).stream()
                .map(ObjectNode::deepCopy)
                .toList();
    }

    public List<ObjectNode> statuses() {
        return statuses.stream().map(ObjectNode::deepCopy).toList();
    }

    /** The stages of one pipeline in their order. */
    public List<ObjectNode> stages(ItemType type, long pipeline) {
        String entity = entity(type, pipeline);
        return statuses.stream()
                .filter(row -> row.path("ENTITY_ID").asText().equals(entity))
                .toList();
    }

    boolean exists(ItemType type, long pipeline) {
        return numbers(type).contains(pipeline);
    }

    String firstStage(ItemType type, long pipeline) {
        return stages(type, pipeline).getFirst().path("STATUS_ID").asText();
    }

    /** P, S or F; empty when the pipeline has no such stage. */
    Optional<String> semantics(ItemType type, long pipeline, String stage) {
        return stages(type, pipeline).stream()
                .filter(row -> row.path("STATUS_ID").asText().equals(stage))
                .map(row -> row.path("SEMANTICS").asText("P"))
                .findFirst();
    }

    private List<Long> numbers(ItemType type) {
        return categories.getOrDefault(type, List.of()).stream()
                .map(row -> row.path("id").longValue())
                .toList();
    }

    private ObjectNode inPipeline(ItemType type, ObjectNode stage, long pipeline) {
        long id = 2L * statuses.size() + 101;
        String prefix = type == ItemType.DEAL ? "C" : "DT" + type.entityTypeId() + "_";
        return stage.put("ID", Long.toString(id))
                .put("ENTITY_ID", entity(type, pipeline))
                .put(
                        "STATUS_ID",
                        prefix + pipeline + ":" + stage.path("STATUS_ID").asText())
                .put("CATEGORY_ID", Long.toString(pipeline));
    }

    private static String entity(ItemType type, long pipeline) {
        if (type == ItemType.SMART_INVOICE) {
            return "SMART_INVOICE_STAGE_" + pipeline;
        }
        return pipeline == 0 ? "DEAL_STAGE" : "DEAL_STAGE_" + pipeline;
    }

    private static List<ObjectNode> rows(JsonNode list) {
        List<ObjectNode> rows = new ArrayList<>();
        list.forEach(row -> rows.add((ObjectNode) row));
        return List.copyOf(rows);
    }
}
