package dev.crm1c.simulators.bitrix24.crm;

import static dev.crm1c.simulators.bitrix24.crm.ClientSettling.notValid;
import static dev.crm1c.simulators.bitrix24.crm.ClientSettling.same;

import java.util.Map;

/** Where an item stands: its pipeline, its stage, and who moved it when (bitrix24.md §5.2, §5.4). */
record StageSettling(ItemType type, Pipelines pipelines) {

    /** P, S or F: what the stage means. */
    String settle(Map<String, Object> before, Map<String, Object> values, Moment moment) {
        long pipeline = (long) values.getOrDefault("categoryId", 0L);
        if (!pipelines.exists(type, pipeline)) {
            throw notValid("Воронка");
        }
        boolean moved = !same(before, values, "categoryId");
        String stage = (String) values.get("stageId");
        // An item that changes its pipeline without naming a stage starts that pipeline anew.
        if (stage == null || moved && same(before, values, "stageId")) {
            stage = pipelines.firstStage(type, pipeline);
            values.put("stageId", stage);
        }
        String semantics = pipelines.semantics(type, pipeline, stage).orElseThrow(() -> notValid("Стадия"));
        if (!same(before, values, "stageId")) {
            values.put("movedBy", moment.actor());
            values.put("movedTime", moment.now());
        }
        return semantics;
    }

    boolean atFirstStage(Map<String, Object> values) {
        return values.get("stageId").equals(pipelines.firstStage(type, (long) values.getOrDefault("categoryId", 0L)));
    }
}
