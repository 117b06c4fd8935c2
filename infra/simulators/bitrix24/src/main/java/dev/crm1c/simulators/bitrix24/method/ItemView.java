package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Field;
import dev.crm1c.simulators.bitrix24.crm.FieldReading;
import dev.crm1c.simulators.bitrix24.crm.FieldRendering;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.Items;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.crm.UserFieldNames;
import dev.crm1c.simulators.bitrix24.rest.Columns;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Items as one family of methods names and writes them: crm.item.*, with either spelling of user fields, or old crm.*. */
public final class ItemView {
    static final String TYPE_KEY = "entityTypeId";

    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final PortalTime time;
    private final boolean old;

    private ItemView(PortalTime time, boolean old) {
        this.time = time;
        this.old = old;
    }

    /** Two user fields that would get one name keep their upper-case names (bitrix24.md §5.2 [doc]). */
    public static ItemView modern(Items items, PortalTime time, boolean originalUserNames) {
        ItemView view = new ItemView(time, false);
        items.standardFields().forEach(field -> view.byName.put(field.name(), field));
        for (Field field : items.userFields()) {
            String camel = UserFieldNames.camel(field.name());
            boolean asIs = originalUserNames || view.byName.containsKey(camel);
            view.byName.put(asIs ? field.name() : camel, field);
        }
        return view;
    }

    static ItemView old(Items items, PortalTime time) {
        ItemView view = new ItemView(time, true);
        for (Field field : items.fields()) {
            if (!field.oldName().isEmpty()) {
                view.byName.put(field.oldName(), field);
            }
        }
        return view;
    }

    public ObjectNode render(Item item) {
        FieldRendering rendering = new FieldRendering(time);
        ObjectNode row = Json.object();
        byName.forEach((name, field) -> {
            Object value = item.value(field.name());
            row.set(name, old ? rendering.old(field, value) : rendering.modern(field, value));
        });
        if (!old) {
            row.put(TYPE_KEY, item.type().entityTypeId());
        }
        return row;
    }

    /** Fields that nobody knows or that only the portal writes are passed over in silence. */
    Map<String, Object> read(JsonNode given) {
        FieldReading reading = new FieldReading(time);
        Map<String, Object> values = new LinkedHashMap<>();
        PhpArray.entries(given).forEach((name, value) -> {
            Field field = byName.get(name);
            if (field != null && !field.readOnly() && field.type() != FieldType.MULTI_FIELDS) {
                values.put(field.name(), reading.read(field, value));
            }
        });
        return values;
    }

    ObjectNode describe() {
        ObjectNode fields = Json.object();
        byName.forEach((name, field) -> fields.set(name, FieldDescription.of(field, upper(field))));
        return fields;
    }

    private static String upper(Field field) {
        return field.user()
                ? field.name()
                : field.name().replaceAll("(?<=[a-z])(?=[A-Z0-9])", "_").toUpperCase(Locale.ROOT);
    }

    Columns columns() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        byName.forEach((name, field) -> {
            if (field.type() != FieldType.DISABLED
                    && field.type() != FieldType.MULTI_FIELDS
                    && field.type() != FieldType.FILE) {
                types.put(name, field.type());
            }
        });
        return new Columns(types, old ? "ID" : "id", !old, time);
    }

    List<String> standardNames() {
        return byName.entrySet().stream()
                .filter(entry -> !entry.getValue().user())
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> userNames() {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().user())
                .map(Map.Entry::getKey)
                .toList();
    }
}
