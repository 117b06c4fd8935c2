package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Items;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * crm.deal.contact.items.*, crm.company.contact.items.* and crm.contact.company.items.* (bitrix24.md §5.5). The
 * reference names them and no more; rows are {CONTACT_ID, SORT, IS_PRIMARY} [guess], and set replaces all of them.
 */
final class ContactLinkMethods {

    private final Portal portal;

    ContactLinkMethods(Portal portal) {
        this.portal = portal;
    }

    Answer ofDeal(Caller caller, Params params) {
        Item deal = find(ItemType.DEAL, params);
        return rows("CONTACT_ID", deal.value("contactIds") instanceof List<?> ids ? ids : List.of());
    }

    Answer setOfDeal(Caller caller, Params params) {
        Item deal = find(ItemType.DEAL, params);
        List<Long> contacts = ids(params, "CONTACT_ID", ItemType.CONTACT);
        set(caller, portal.deals(), deal.id(), "contactIds", contacts.isEmpty() ? null : contacts);
        return Answer.yes();
    }

    Answer ofCompany(Caller caller, Params params) {
        long company = find(ItemType.COMPANY, params).id();
        return rows(
                "CONTACT_ID",
                portal.items(ItemType.CONTACT).all().stream()
                        .filter(contact -> contact.reference("companyId") == company)
                        .map(Item::id)
                        .toList());
    }

    Answer setOfCompany(Caller caller, Params params) {
        long company = find(ItemType.COMPANY, params).id();
        List<Long> contacts = ids(params, "CONTACT_ID", ItemType.CONTACT);
        Items all = portal.items(ItemType.CONTACT);
        for (Item contact : all.all()) {
            boolean listed = contacts.contains(contact.id());
            boolean linked = contact.reference("companyId") == company;
            if (listed != linked) {
                set(caller, all, contact.id(), "companyId", listed ? company : null);
            }
        }
        return Answer.yes();
    }

    /** A contact of this portal has one company at the most. */
    Answer ofContact(Caller caller, Params params) {
        long company = find(ItemType.CONTACT, params).reference("companyId");
        return rows("COMPANY_ID", company == 0 ? List.of() : List.of(company));
    }

    Answer setOfContact(Caller caller, Params params) {
        long contact = find(ItemType.CONTACT, params).id();
        List<Long> companies = ids(params, "COMPANY_ID", ItemType.COMPANY);
        set(
                caller,
                portal.items(ItemType.CONTACT),
                contact,
                "companyId",
                companies.isEmpty() ? null : companies.getFirst());
        return Answer.yes();
    }

    private void set(Caller caller, Items items, long id, String field, Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put(field, value);
        items.update(caller.userId(), id, values);
    }

    private Item find(ItemType type, Params params) {
        return portal.items(type)
                .find(params.oldId())
                .orElseThrow(() -> RestError.old("Not found").refusal());
    }

    private List<Long> ids(Params params, String field, ItemType type) {
        JsonNode items = params.anyCase("items");
        if (!items.isContainerNode()) {
            throw RestError.old("The parameter 'items' must be array.").refusal();
        }
        List<Long> ids = PhpArray.values(items).stream()
                .map(row -> PhpNumber.whole(row.path(field)))
                .distinct()
                .toList();
        if (!ids.stream().allMatch(portal.items(type)::exists)) {
            throw RestError.old("Not found").refusal();
        }
        return ids;
    }

    private static Answer rows(String field, List<?> ids) {
        ArrayNode rows = Json.NODES.arrayNode();
        for (Object id : ids) {
            rows.add(Json.object()
                    .put(field, (long) id)
                    .put("SORT", 10 * (rows.size() + 1))
                    .put("IS_PRIMARY", rows.isEmpty() ? "Y" : "N"));
        }
        return Answer.of(rows);
    }
}
