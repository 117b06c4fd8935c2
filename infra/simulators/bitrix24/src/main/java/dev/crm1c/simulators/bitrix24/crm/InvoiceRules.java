package dev.crm1c.simulators.bitrix24.crm;

import java.util.Map;
import java.util.function.LongPredicate;

/** What a smart invoice is by itself: it may hang on a deal and is sold by one of "my companies" (bitrix24.md §5.8). */
final class InvoiceRules implements ItemRules {

    private final ClientSettling client;
    private final StageSettling stage;
    private final SumSettling sum;
    private final LongPredicate dealExists;
    private final LongPredicate companyIsMine;

    InvoiceRules(
            ClientSettling client,
            StageSettling stage,
            SumSettling sum,
            LongPredicate dealExists,
            LongPredicate companyIsMine) {
        this.client = client;
        this.stage = stage;
        this.sum = sum;
        this.dealExists = dealExists;
        this.companyIsMine = companyIsMine;
    }

    @Override
    public void born(Map<String, Object> values, Moment moment) {
        values.putIfAbsent("title", "Счёт #" + values.get("id"));
        values.putIfAbsent("accountNumber", Long.toString((long) values.get("id")));
        values.putIfAbsent("assignedById", moment.actor());
        values.putIfAbsent("opened", "Y");
        values.putIfAbsent("currencyId", "RUB");
        values.putIfAbsent("begindate", moment.today());
    }

    @Override
    public void settle(Map<String, Object> before, Map<String, Object> values, Moment moment) {
        client.settle(before, values);
        ClientSettling.require(dealExists, values.get("parentId2"), "Сделка");
        ClientSettling.require(companyIsMine, values.get("mycompanyId"), "Реквизиты вашей компании");
        Object stood = before.get("stageId");
        stage.settle(before, values, moment);
        if (stood != null && !stood.equals(values.get("stageId"))) {
            values.put("previousStageId", stood);
        }
        sum.settle(values);
    }
}
