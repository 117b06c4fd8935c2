package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FlatTable;
import dev.crm1c.simulators.bitrix24.crm.LegalData;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;
import java.util.Map;

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
        List<String> names = names(rows.getFirst());
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

    private Answer list(Params params, FlatTable table) {
        List<String> names = table.fields();
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(names, portal.time()),
                        table.all(),
                        Wrapped.bare(Selection.of(params.anyCase("select"), names, names, List.of())));
    }

    private static List<String> names(ObjectNode row) {
        return row.properties().stream().map(Map.Entry::getKey).toList();
    }
}
