package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FlatTable;
import dev.crm1c.simulators.bitrix24.crm.LegalData;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.method.FieldDescription.Mutability;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;

/** crm.requisite.*, crm.requisite.bankdetail.*, crm.requisite.link.* and crm.requisite.preset.list (bitrix24.md §5.6). */
final class LegalDataMethods {
    private static final List<String> LINK = List.of(
            "ENTITY_TYPE_ID", "ENTITY_ID", "REQUISITE_ID", "BANK_DETAIL_ID", "MC_REQUISITE_ID", "MC_BANK_DETAIL_ID");

    private final Portal portal;
    private final LegalData legal;

    LegalDataMethods(Portal portal) {
        this.portal = portal;
        this.legal = portal.legal();
    }

    Answer getRequisite(Caller caller, Params params) {
        return Answer.of(legal.requisites().get(params.oldId()));
    }

    Answer listRequisites(Caller caller, Params params) {
        return list(params, legal.requisites());
    }

    Answer addRequisite(Caller caller, Params params) {
        return Answer.of(legal.addRequisite(caller.userId(), FlatFields.read(params.oldFields())));
    }

    Answer updateRequisite(Caller caller, Params params) {
        legal.requisites().update(caller.userId(), params.oldId(), FlatFields.read(params.oldFields()));
        return Answer.yes();
    }

    Answer deleteRequisite(Caller caller, Params params) {
        legal.deleteRequisite(caller.userId(), params.oldId());
        return Answer.yes();
    }

    Answer requisiteFields(Caller caller, Params params) {
        return fields(legal.requisites());
    }

    Answer updateBankDetail(Caller caller, Params params) {
        legal.bankDetails().update(caller.userId(), params.oldId(), FlatFields.read(params.oldFields()));
        return Answer.yes();
    }

    Answer deleteBankDetail(Caller caller, Params params) {
        legal.bankDetails().delete(caller.userId(), params.oldId());
        return Answer.yes();
    }

    Answer bankDetailFields(Caller caller, Params params) {
        return fields(legal.bankDetails());
    }

    Answer getBankDetail(Caller caller, Params params) {
        return Answer.of(legal.bankDetails().get(params.oldId()));
    }

    Answer listBankDetails(Caller caller, Params params) {
        return list(params, legal.bankDetails());
    }

    Answer addBankDetail(Caller caller, Params params) {
        return Answer.of(legal.addBankDetail(caller.userId(), FlatFields.read(params.oldFields())));
    }

    Answer listPresets(Caller caller, Params params) {
        List<ObjectNode> rows = legal.presets();
        List<String> names = FlatFields.names(rows.getFirst());
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(names, portal.time()),
                        rows,
                        Wrapped.bare(Selection.of(params.anyCase("select"), names, names, List.of())));
    }

    Answer listLinks(Caller caller, Params params) {
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(LINK, "ENTITY_ID", portal.time()),
                        portal.links().all(),
                        Wrapped.bare(Selection.of(params.anyCase("select"), LINK, LINK, List.of())));
    }

    /** Parameters of its own spelling: entityTypeId and entityId. */
    Answer getLink(Caller caller, Params params) {
        long type = PhpNumber.whole(params.exact("entityTypeId"));
        long entity = PhpNumber.whole(params.exact("entityId"));
        return Answer.of(portal.links()
                .of(type, entity)
                .orElseThrow(() -> RestError.numbered(0, "Entity is not found").refusal()));
    }

    Answer registerLink(Caller caller, Params params) {
        JsonNode fields = params.oldFields();
        portal.links()
                .register(
                        PhpNumber.whole(fields.path("ENTITY_TYPE_ID")),
                        PhpNumber.whole(fields.path("ENTITY_ID")),
                        PhpNumber.whole(fields.path("REQUISITE_ID")),
                        PhpNumber.whole(fields.path("BANK_DETAIL_ID")),
                        PhpNumber.whole(fields.path("MC_REQUISITE_ID")),
                        PhpNumber.whole(fields.path("MC_BANK_DETAIL_ID")));
        return Answer.yes();
    }

    /** What a form of this template shows; other fields are stored and hidden (§5.6 [doc]). */
    Answer listPresetFields(Caller caller, Params params) {
        long preset = PhpNumber.whole(params.anyCase("preset").path("ID"));
        if (legal.presets().stream().noneMatch(row -> row.path("ID").asLong() == preset)) {
            throw RestError.old("The Preset with ID '" + preset + "' is not found")
                    .refusal();
        }
        ArrayNode rows = Json.NODES.arrayNode();
        for (JsonNode name : Json.resource("requisite-preset-fields.json").path(Long.toString(preset))) {
            rows.add(Json.object()
                    .put("ID", Integer.toString(rows.size() + 1))
                    .put("FIELD_NAME", name.asText())
                    .put("FIELD_TITLE", "")
                    .put("IN_SHORT_LIST", "N")
                    .put("SORT", Integer.toString(500 + 10 * rows.size())));
        }
        return Answer.of(rows);
    }

    private static Answer fields(FlatTable table) {
        ObjectNode fields = Json.object();
        for (String name : table.fields()) {
            fields.set(
                    name,
                    FieldDescription.plain(
                            type(name),
                            table.isByPortal(name),
                            table.isImmutable(name) ? Mutability.IMMUTABLE : Mutability.CHANGEABLE,
                            name));
        }
        return Answer.of(fields);
    }

    private static String type(String name) {
        if (name.startsWith("DATE_")) {
            return "datetime";
        }
        if (name.endsWith("_BY_ID")) {
            return "user";
        }
        return List.of("ID", "ENTITY_TYPE_ID", "ENTITY_ID", "PRESET_ID", "COUNTRY_ID", "SORT")
                        .contains(name)
                ? "integer"
                : List.of("ACTIVE", "ADDRESS_ONLY").contains(name) ? "char" : "string";
    }

    private Answer list(Params params, FlatTable table) {
        List<String> names = table.fields();
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(names, portal.time()),
                        table.all(),
                        Wrapped.bare(Selection.of(params.anyCase("select"), names, names, List.of())));
    }
}
