package dev.crm1c.simulators.bitrix24.method;

import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.goods.Goods;
import dev.crm1c.simulators.bitrix24.rest.Columns;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.RestRefusal;
import java.util.Map;

/** What the methods of the catalogue have in common: rights, errors with long numbers, lists with camel-case keys. */
final class GoodsAccess {

    private static final long ACCESS_DENIED = 200040300010L;

    private GoodsAccess() {}

    static void require(Goods goods) {
        if (goods.is(Goods.Oddity.NO_RIGHTS)) {
            throw denied();
        }
    }

    static RestRefusal denied() {
        return new RestError(400, Json.NODES.numberNode(ACCESS_DENIED), "Access Denied", Map.of()).refusal();
    }

    /** The texts of a missing record or field are a guess; the number in place of a code is documented. */
    static RestRefusal refused(String description) {
        return RestError.numbered(0, description).refusal();
    }

    static Listing listing(Params params) {
        return new Listing(params.exact("filter"), params.exact("order"), params.exact("start"));
    }

    /** An unknown field in a filter is passed over, so more comes than was asked for: undocumented, the hostile way. */
    static Columns columns(Map<String, FieldType> types, PortalTime time) {
        return new Columns(types, "id", false, time);
    }
}
