package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pipelines of deals and their stages, as in the samples of crm.category.list and crm.status.list. The general one
 * has the plain codes; pipeline 9 has the same stages as C9:NEW and so on (bitrix24.md §5.4).
 */
public final class Pipelines {
    private final List<ObjectNode> categories = rows(Json.resource("deal-pipelines.json"));
    private final List<ObjectNode> statuses = new ArrayList<>();

    Pipelines() {
        List<ObjectNode> general = rows(Json.resource("deal-stages.json"));
        statuses.addAll(general);
        for (ObjectNode category : categories) {
            long pipeline = category.path("id").longValue();
            if (pipeline != 0) {
                general.forEach(stage -> statuses.add(inPipeline(stage.deepCopy(), pipeline)));
            }
        }
    }

    public List<ObjectNode> categories() {
        return categories.stream().map(ObjectNode::deepCopy).toList();
    }

    public List<ObjectNode> statuses() {
        return statuses.stream().map(ObjectNode::deepCopy).toList();
    }

    public boolean exists(long pipeline) {
        return categories.stream().anyMatch(row -> row.path("id").longValue() == pipeline);
    }

    String firstStage(long pipeline) {
        return stages(pipeline).getFirst().path("STATUS_ID").asText();
    }

    /** P, S or F; empty when the pipeline has no such stage. */
    Optional<String> semantics(long pipeline, String stage) {
        return stages(pipeline).stream()
                .filter(row -> row.path("STATUS_ID").asText().equals(stage))
                .map(row -> row.path("SEMANTICS").asText("P"))
                .findFirst();
    }

    private List<ObjectNode> stages(long pipeline) {
        String entity = pipeline == 0 ? "DEAL_STAGE" : "DEAL_STAGE_" + pipeline;
        return statuses.stream()
                .filter(row -> row.path("ENTITY_ID").asText().equals(entity))
                .toList();
    }

    private ObjectNode inPipeline(ObjectNode stage, long pipeline) {
        long id = 2L * statuses.size() + 101;
        return stage.put("ID", Long.toString(id))
                .put("ENTITY_ID", "DEAL_STAGE_" + pipeline)
                .put("STATUS_ID", "C" + pipeline + ":" + stage.path("STATUS_ID").asText())
                .put("CATEGORY_ID", Long.toString(pipeline));
    }

    private static List<ObjectNode> rows(JsonNode list) {
        List<ObjectNode> rows = new ArrayList<>();
        list.forEach(row -> rows.add((ObjectNode) row));
        return List.copyOf(rows);
    }
}
