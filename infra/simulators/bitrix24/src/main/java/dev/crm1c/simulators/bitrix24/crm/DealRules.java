package dev.crm1c.simulators.bitrix24.crm;

import java.util.Map;

/** What a deal is by itself (bitrix24.md §5.2 to §5.4). */
final class DealRules implements ItemRules {

    private static final int DAYS_TO_CLOSE = 7;

    private final ClientSettling client;
    private final StageSettling stage;
    private final SumSettling sum;

    DealRules(ClientSettling client, StageSettling stage, SumSettling sum) {
        this.client = client;
        this.stage = stage;
        this.sum = sum;
    }

    @Override
    public void born(Map<String, Object> values, Moment moment) {
        values.putIfAbsent("title", "Сделка #" + values.get("id"));
        values.putIfAbsent("assignedById", moment.actor());
        values.putIfAbsent("opened", "Y");
        values.putIfAbsent("currencyId", "RUB");
        values.putIfAbsent("begindate", moment.today());
        values.putIfAbsent("closedate", moment.today().plusDays(DAYS_TO_CLOSE));
    }

    @Override
    public void settle(Map<String, Object> before, Map<String, Object> values, Moment moment) {
        client.settle(before, values);
        String semantics = stage.settle(before, values, moment);
        values.put("stageSemanticId", semantics);
        values.put("closed", semantics.equals("P") ? "N" : "Y");
        values.put("isNew", stage.atFirstStage(values) ? "Y" : "N");
        sum.settle(values);
    }

    /** A move to another pipeline fires ONCRMDEALMOVETOCATEGORY and nothing else (§0.9, §2.3 [doc]). */
    @Override
    public Change announced(Item before, Item after, long actor) {
        return before.reference("categoryId") == after.reference("categoryId")
                ? ItemRules.super.announced(before, after, actor)
                : Change.ofPipelineMove(after.id(), after.reference("categoryId"), after.text("stageId"), actor);
    }
}
