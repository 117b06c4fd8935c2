package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requisites, bank details and addresses (bitrix24.md §5.6). Nobody checks an ИНН or a БИК here. A change of them announces
 * itself and not the company that owns them (§2.3).
 */
public final class LegalData {
    private final FlatTable requisites;
    private final FlatTable bankDetails;
    private final Addresses addresses;
    private final Items companies;
    private final Items contacts;
    private final List<ObjectNode> presets = new ArrayList<>();

    LegalData(Items companies, Items contacts, UserFields userFields, PortalTime time, Ids ids, ChangeFeed feed) {
        this.companies = companies;
        this.contacts = contacts;
        this.requisites = new FlatTable(
                "Requisite",
                "requisite-fields.json",
                userFields::namesOfRequisites,
                Set.of("ENTITY_TYPE_ID", "ENTITY_ID", "PRESET_ID"),
                new FlatTable.Events(
                        CrmEvent.ONCRMREQUISITEADD, CrmEvent.ONCRMREQUISITEUPDATE, CrmEvent.ONCRMREQUISITEDELETE),
                time,
                ids,
                feed);
        this.bankDetails = new FlatTable(
                "RequisiteBankDetail",
                "bankdetail-fields.json",
                List::of,
                Set.of("ENTITY_ID"),
                new FlatTable.Events(
                        CrmEvent.ONCRMBANKDETAILADD, CrmEvent.ONCRMBANKDETAILUPDATE, CrmEvent.ONCRMBANKDETAILDELETE),
                time,
                ids,
                feed);
        this.addresses = new Addresses(requisites::find, ids, feed);
        Json.resource("requisite-presets.json").forEach(preset -> presets.add((ObjectNode) preset));
    }

    public FlatTable requisites() {
        return requisites;
    }

    public FlatTable bankDetails() {
        return bankDetails;
    }

    public Addresses addresses() {
        return addresses;
    }

    public List<ObjectNode> presets() {
        return presets.stream().map(ObjectNode::deepCopy).toList();
    }

    public long addRequisite(long actor, Map<String, String> given) {
        long owner = number(given, "ENTITY_ID");
        boolean known = switch ((int) number(given, "ENTITY_TYPE_ID")) {
            case 3 -> contacts.exists(owner);
            case 4 -> companies.exists(owner);
            default -> throw undefined("ENTITY_TYPE_ID");
        };
        if (!known) {
            throw undefined("ENTITY_ID");
        }
        String preset = given.getOrDefault("PRESET_ID", "");
        if (presets.stream().noneMatch(row -> row.path("ID").asText().equals(preset))) {
            throw undefined("PRESET_ID");
        }
        requireName(given);
        Map<String, String> values = new LinkedHashMap<>(given);
        values.putIfAbsent("ADDRESS_ONLY", "N");
        return requisites.add(actor, values);
    }

    public long addBankDetail(long actor, Map<String, String> given) {
        long requisite = number(given, "ENTITY_ID");
        if (requisite <= 0) {
            throw undefined("ENTITY_ID");
        }
        requisites.get(requisite);
        requireName(given);
        Map<String, String> values = new LinkedHashMap<>(given);
        values.putIfAbsent("COUNTRY_ID", "1");
        return bankDetails.add(actor, values);
    }

    /** A requisite takes its bank details and addresses with it. */
    public void deleteRequisite(long actor, long id) {
        requisites.delete(actor, id);
        addresses.deleteOf(actor, id);
        for (JsonNode row : bankDetails.all()) {
            if (row.path("ENTITY_ID").asText().equals(Long.toString(id))) {
                bankDetails.delete(actor, row.path("ID").asLong());
            }
        }
    }

    /** A company or a contact takes its requisites with it. */
    void deleteOf(long actor, Owner owner) {
        for (JsonNode row : requisites.all()) {
            if (row.path("ENTITY_TYPE_ID").asInt() == owner.type().entityTypeId()
                    && row.path("ENTITY_ID").asLong() == owner.id()) {
                deleteRequisite(actor, row.path("ID").asLong());
            }
        }
    }

    private static void requireName(Map<String, String> given) {
        String name = given.get("NAME");
        if (name == null || name.isBlank()) {
            throw undefined("NAME");
        }
    }

    private static long number(Map<String, String> given, String field) {
        String value = given.get(field);
        return value == null ? 0 : PhpNumber.decimal(value).longValue();
    }

    private static RuntimeException undefined(String field) {
        return RestError.old(field + " is not defined or invalid.").refusal();
    }
}
