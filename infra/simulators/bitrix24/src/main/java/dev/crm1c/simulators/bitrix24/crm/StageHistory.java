package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Every stage that an item has come to: the trail for events that were missed (bitrix24.md §5.4 crm.stagehistory). */
public final class StageHistory {

    private static final int CREATED = 1;
    private static final int MOVED = 2;
    private static final int FINISHED = 3;
    private static final int OTHER_PIPELINE = 5;

    private record Step(ItemType type, ObjectNode row) {}

    private final Pipelines pipelines;
    private final PortalTime time;
    private final Ids ids;
    private final List<Step> steps = new ArrayList<>();

    StageHistory(Pipelines pipelines, PortalTime time, Ids ids) {
        this.pipelines = pipelines;
        this.time = time;
        this.ids = ids;
    }

    public List<ObjectNode> of(ItemType type) {
        return steps.stream()
                .filter(step -> step.type == type)
                .map(step -> step.row.deepCopy())
                .toList();
    }

    void created(Item item) {
        if (item.value("stageId") != null) {
            add(item, CREATED);
        }
    }

    void saved(Item before, Item after) {
        if (before.reference("categoryId") != after.reference("categoryId")) {
            add(after, OTHER_PIPELINE);
        } else if (!Objects.equals(before.value("stageId"), after.value("stageId"))) {
            add(after, semantics(after).equals("P") ? MOVED : FINISHED);
        }
    }

    private void add(Item item, int kind) {
        ObjectNode row = Json.object()
                .put("ID", ids.next("stageHistory"))
                .put("TYPE_ID", kind)
                .put("OWNER_ID", item.id())
                .put("CREATED_TIME", time.render(time.now()))
                .put("CATEGORY_ID", item.reference("categoryId"))
                .put("STAGE_SEMANTIC_ID", semantics(item))
                .put("STAGE_ID", item.text("stageId"));
        steps.add(new Step(item.type(), row));
    }

    private String semantics(Item item) {
        return pipelines
                .semantics(item.type(), item.reference("categoryId"), item.text("stageId"))
                .orElse("P");
    }
}
