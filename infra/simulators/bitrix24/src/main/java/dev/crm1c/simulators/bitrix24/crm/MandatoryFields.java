package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fields that this portal's people have made mandatory at a stage; none at first (bitrix24.md §5.2). */
public final class MandatoryFields {

    private record Demand(ItemType type, String field, String stage) {}

    private final List<Demand> demands = new ArrayList<>();

    /** From now on an item cannot be saved at this stage without the field, given by its crm.item or UF_ name. */
    public void require(ItemType type, String field, String stage) {
        demands.add(new Demand(type, field, stage));
    }

    void check(ItemType type, Map<String, Object> values) {
        for (Demand demand : demands) {
            if (demand.type == type
                    && demand.stage.equals(values.get("stageId"))
                    && !values.containsKey(demand.field)) {
                throw RestError.of(
                                400,
                                "CRM_FIELD_ERROR_VALUE_NOT_VALID",
                                "Поле \"" + demand.field + "\" обязательно для заполнения<br>")
                        .refusal();
            }
        }
    }
}
