package dev.crm1c.simulators.bitrix24;

import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.UserFields;
import dev.crm1c.simulators.bitrix24.goods.ProductKind;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who sets the portal up by hand: fields of the deals, products of the catalogue. */
public final class Administrator {
    private final Portal portal;
    private final long userId;

    Administrator(Portal portal, long userId) {
        this.portal = portal;
        this.userId = userId;
    }

    /** A field of the deals, unless it is there; the name goes without UF_CRM_. */
    public void dealField(String name, String type, String label) {
        String full = "UF_CRM_" + name;
        portal.alone(() -> portal.userFields().of("CRM_DEAL").stream()
                .filter(known -> known.name().equals(full))
                .findFirst()
                .orElseGet(() -> portal.userFields()
                        .add(userId, new UserFields.Wish("CRM_DEAL", full, type, false, label, null))));
    }

    /** A simple product, with the values of its properties by their numbers. */
    public long product(String name, Map<Integer, String> properties) {
        return portal.alone(() -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("iblockId", ProductKind.PRODUCT.iblockId());
            values.put("name", name);
            properties.forEach((number, value) -> values.put(
                    "property" + number,
                    Json.object()
                            .put("value", value)
                            .put("valueId", Long.toString(portal.ids().next("propertyValue")))));
            return portal.goods()
                    .products()
                    .add(userId, ProductKind.PRODUCT, values)
                    .id();
        });
    }
}
