package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.RestError;

/** The parameters of a list in the old family. */
final class OldLists {
    private OldLists() {}

    static Listing of(Params params) {
        return new Listing(array(params, "filter"), array(params, "order"), params.anyCase("start"));
    }

    private static JsonNode array(Params params, String name) {
        JsonNode value = params.anyCase(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isContainerNode()) {
            throw RestError.old("Parameter '" + name + "' must be array.").refusal();
        }
        return value;
    }
}
