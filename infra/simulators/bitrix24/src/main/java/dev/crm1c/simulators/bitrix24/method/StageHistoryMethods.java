package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Columns;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** crm.stagehistory.list (bitrix24.md §5.4; sample crm.stagehistory.list). */
final class StageHistoryMethods {

    private static final Map<String, FieldType> TYPES = types();

    private final Portal portal;

    StageHistoryMethods(Portal portal) {
        this.portal = portal;
    }

    Answer list(Caller caller, Params params) {
        ItemType type = ItemType.of(params.required("entityTypeId"));
        if (type != ItemType.DEAL && type != ItemType.SMART_INVOICE) {
            throw RestError.numbered(0, type.name() + " entity is not supported")
                    .refusal();
        }
        List<ObjectNode> rows = portal.stageHistory().of(type);
        return new Listing(params.exact("filter"), params.exact("order"), params.exact("start"))
                .answer(
                        new Columns(TYPES, "ID", false, portal.time()),
                        rows,
                        new Wrapped(
                                "items",
                                Selection.of(params.exact("select"), TYPES.keySet(), TYPES.keySet(), List.of())));
    }

    private static Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        for (String number : List.of("ID", "TYPE_ID", "OWNER_ID", "CATEGORY_ID")) {
            types.put(number, FieldType.INTEGER);
        }
        types.put("CREATED_TIME", FieldType.DATETIME);
        types.put("STAGE_SEMANTIC_ID", FieldType.STRING);
        types.put("STAGE_ID", FieldType.STRING);
        return types;
    }
}
