package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Items;
import dev.crm1c.simulators.bitrix24.crm.MultiField;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The frozen crm.company.* and crm.contact.*: strings, and phones that a second request doubles (bitrix24.md §5.5). */
final class PartyMethods {

    /** Moved to requisites long ago and empty ever since (§5.6 [doc]). */
    private static final List<String> OBSOLETE = List.of(
            "ADDRESS",
            "ADDRESS_2",
            "ADDRESS_CITY",
            "ADDRESS_POSTAL_CODE",
            "ADDRESS_REGION",
            "ADDRESS_PROVINCE",
            "ADDRESS_COUNTRY",
            "ADDRESS_LOC_ADDR_ID");

    private static final Map<ItemType, List<String>> OBSOLETE_OF = Map.of(
            ItemType.COMPANY,
            List.of(
                    "LOGO",
                    "ADDRESS_COUNTRY_CODE",
                    "ADDRESS_LEGAL",
                    "REG_ADDRESS",
                    "REG_ADDRESS_2",
                    "REG_ADDRESS_CITY",
                    "REG_ADDRESS_POSTAL_CODE",
                    "REG_ADDRESS_REGION",
                    "REG_ADDRESS_PROVINCE",
                    "REG_ADDRESS_COUNTRY",
                    "REG_ADDRESS_COUNTRY_CODE",
                    "REG_ADDRESS_LOC_ADDR_ID",
                    "LAST_COMMUNICATION_TIME"),
            ItemType.CONTACT,
            List.of("PHOTO", "FACE_ID"));

    private final Portal portal;
    private final Items items;

    PartyMethods(Portal portal, ItemType type) {
        this.portal = portal;
        this.items = portal.items(type);
    }

    Answer get(Caller caller, Params params) {
        return Answer.of(render(find(params)));
    }

    /** Phones and mail addresses, and user fields, come when they are asked for only. */
    Answer list(Caller caller, Params params) {
        ItemView view = view();
        List<String> standard = new ArrayList<>(view.standardNames());
        standard.addAll(obsolete());
        Selection selection = Selection.of(params.anyCase("select"), standard, standard, view.userNames());
        return OldLists.of(params)
                .answer(view.columns(), items.all().stream().map(this::render).toList(), Wrapped.bare(selection));
    }

    Answer add(Caller caller, Params params) {
        JsonNode fields = params.oldFields();
        Map<String, Object> values = view().read(fields);
        values.put("fm", MultiField.changedByType(List.of(), fields, portal.ids()));
        return Answer.of(items.add(caller.userId(), values).id());
    }

    Answer update(Caller caller, Params params) {
        Item before = find(params);
        JsonNode fields = params.oldFields();
        Map<String, Object> values = view().read(fields);
        List<MultiField> rows = MultiField.changedByType(before.multiFields(), fields, portal.ids());
        values.put("fm", rows.isEmpty() ? null : rows);
        items.overwrite(caller.userId(), before.id(), values);
        return Answer.yes();
    }

    Answer delete(Caller caller, Params params) {
        portal.delete(caller.userId(), new Owner(items.type(), find(params).id()));
        return Answer.yes();
    }

    private ObjectNode render(Item item) {
        ObjectNode row = view().render(item);
        obsolete().forEach(row::putNull);
        item.multiFields().forEach(field -> row.withArray(field.typeId()).add(field.oldJson()));
        return row;
    }

    private List<String> obsolete() {
        List<String> names = new ArrayList<>(OBSOLETE);
        names.addAll(OBSOLETE_OF.get(items.type()));
        return names;
    }

    private Item find(Params params) {
        return items.find(params.oldId())
                .orElseThrow(() -> RestError.old("Not found").refusal());
    }

    private ItemView view() {
        return ItemView.old(items, portal.time());
    }
}
