package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.List;
import java.util.OptionalLong;

/** What a portal has been set up with: stages and pipelines (bitrix24.md §5.4). */
final class DictionaryMethods {
    private final Portal portal;

    DictionaryMethods(Portal portal) {
        this.portal = portal;
    }

    Answer listStatuses(Caller caller, Params params) {
        List<ObjectNode> rows = portal.pipelines().statuses();
        List<String> names = FlatFields.names(rows.getFirst());
        return OldLists.of(params).answer(FlatFields.dictionary(names, portal.time()), rows, Wrapped.whole("", names));
    }

    Answer listCategories(Caller caller, Params params) {
        ArrayNode categories = Json.NODES.arrayNode();
        portal.pipelines()
                .categories(ItemType.of(params.required("entityTypeId")))
                .forEach(categories::add);
        return new Answer(
                Json.object().set("categories", categories), OptionalLong.of(categories.size()), OptionalLong.empty());
    }
}
