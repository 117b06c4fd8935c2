package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Addresses;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.util.List;

/** crm.address.*: the key stands in the fields, there is no id (bitrix24.md §5.6). */
final class AddressMethods {

    private static final List<String> IMMUTABLE = List.of("TYPE_ID", "ENTITY_TYPE_ID", "ENTITY_ID");
    private static final List<String> READ_ONLY = List.of("ANCHOR_TYPE_ID", "ANCHOR_ID");

    private final Portal portal;
    private final Addresses addresses;

    AddressMethods(Portal portal) {
        this.portal = portal;
        this.addresses = portal.legal().addresses();
    }

    Answer add(Caller caller, Params params) {
        JsonNode fields = params.oldFields();
        addresses.add(caller.userId(), key(fields), FlatFields.read(fields));
        return Answer.yes();
    }

    Answer update(Caller caller, Params params) {
        JsonNode fields = params.oldFields();
        addresses.update(caller.userId(), key(fields), FlatFields.read(fields));
        return Answer.yes();
    }

    Answer delete(Caller caller, Params params) {
        addresses.delete(caller.userId(), key(params.oldFields()));
        return Answer.yes();
    }

    Answer list(Caller caller, Params params) {
        List<String> names = Addresses.FIELDS;
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(names, "ENTITY_ID", portal.time()),
                        addresses.all(),
                        Wrapped.bare(Selection.of(params.anyCase("select"), names, names, List.of())));
    }

    Answer fields(Caller caller, Params params) {
        ObjectNode fields = Json.object();
        for (String name : Addresses.FIELDS) {
            fields.set(
                    name,
                    FieldDescription.plain(
                            name.endsWith("_ID") ? "integer" : "string",
                            READ_ONLY.contains(name),
                            IMMUTABLE.contains(name)
                                    ? FieldDescription.Mutability.IMMUTABLE
                                    : FieldDescription.Mutability.CHANGEABLE,
                            name));
        }
        return Answer.of(fields);
    }

    private static Addresses.Key key(JsonNode fields) {
        return new Addresses.Key(
                PhpNumber.whole(fields.path("TYPE_ID")),
                PhpNumber.whole(fields.path("ENTITY_TYPE_ID")),
                PhpNumber.whole(fields.path("ENTITY_ID")));
    }
}
