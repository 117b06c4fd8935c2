package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/** Stages, pipelines and the sum of a deal (bitrix24.md §5.2 to §5.4). */
final class DealRules implements ItemRules {
    private static final int DAYS_TO_CLOSE = 7;

    private final Pipelines pipelines;
    private final LongPredicate companyExists;
    private final LongPredicate contactExists;
    private final LongFunction<Optional<RowTotals>> totals;

    DealRules(
            Pipelines pipelines,
            LongPredicate companyExists,
            LongPredicate contactExists,
            LongFunction<Optional<RowTotals>> totals) {
        this.pipelines = pipelines;
        this.companyExists = companyExists;
        this.contactExists = contactExists;
        this.totals = totals;
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
        settleClient(before, values);
        settleStage(before, values, moment);
        settleSum(values);
    }

    /** A move to another pipeline fires ONCRMDEALMOVETOCATEGORY and nothing else (§0.9, §2.3 [doc]). */
    @Override
    public Change announced(Item before, Item after, long actor) {
        return before.reference("categoryId") == after.reference("categoryId")
                ? ItemRules.super.announced(before, after, actor)
                : Change.ofPipelineMove(after.id(), after.reference("categoryId"), after.text("stageId"), actor);
    }

    /** contactId is the first of contactIds; whichever of the two was changed leads. */
    private void settleClient(Map<String, Object> before, Map<String, Object> values) {
        require(companyExists, values.get("companyId"), "Компания");
        if (!same(before, values, "contactIds")) {
            set(
                    values,
                    "contactId",
                    contacts(values).isEmpty() ? null : contacts(values).getFirst());
        } else if (!same(before, values, "contactId")) {
            set(values, "contactIds", values.get("contactId") == null ? null : List.of(values.get("contactId")));
        }
        contacts(values).forEach(id -> require(contactExists, id, "Контакт"));
    }

    private static List<?> contacts(Map<String, Object> values) {
        return values.get("contactIds") instanceof List<?> ids ? ids : List.of();
    }

    private void settleStage(Map<String, Object> before, Map<String, Object> values, Moment moment) {
        long pipeline = (long) values.getOrDefault("categoryId", 0L);
        if (!pipelines.exists(pipeline)) {
            throw notValid("Воронка");
        }
        boolean moved = !same(before, values, "categoryId");
        String stage = (String) values.get("stageId");
        // A deal that changes its pipeline without naming a stage starts that pipeline anew.
        if (stage == null || moved && same(before, values, "stageId")) {
            stage = pipelines.firstStage(pipeline);
            values.put("stageId", stage);
        }
        String semantics = pipelines.semantics(pipeline, stage).orElseThrow(() -> notValid("Стадия"));
        values.put("stageSemanticId", semantics);
        values.put("closed", semantics.equals("P") ? "N" : "Y");
        values.put("isNew", stage.equals(pipelines.firstStage(pipeline)) ? "Y" : "N");
        if (!same(before, values, "stageId")) {
            values.put("movedBy", moment.actor());
            values.put("movedTime", moment.now());
        }
    }

    /** Without the manual mode the sum is that of the rows, whatever was written. */
    private void settleSum(Map<String, Object> values) {
        totals.apply((long) values.get("id")).ifPresent(rows -> {
            if (!"Y".equals(values.get("isManualOpportunity"))) {
                values.put("opportunity", FieldReading.exact(rows.sum()));
            }
            values.put("taxValue", FieldReading.exact(rows.tax()));
        });
        values.putIfAbsent("opportunity", BigDecimal.ZERO);
        values.putIfAbsent("taxValue", BigDecimal.ZERO);
    }

    private static boolean same(Map<String, Object> before, Map<String, Object> values, String field) {
        return Objects.equals(before.get(field), values.get(field));
    }

    private static void set(Map<String, Object> values, String field, Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    private static void require(LongPredicate exists, Object id, String title) {
        if (id != null && !exists.test((long) id)) {
            throw notValid(title);
        }
    }

    private static RuntimeException notValid(String title) {
        return RestError.of(400, "CRM_FIELD_ERROR_VALUE_NOT_VALID", "Неверное значение поля \"" + title + "\"<br>")
                .refusal();
    }
}
