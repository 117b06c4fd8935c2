package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.portal.Piece;
import dev.crm1c.model.portal.Piece.Standing;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The deal's own fields that the tenant file names: which are there, of which type, and making those that are not. */
@ApplicationScoped
class DealFieldDesk {
    private static final String PREFIX = "UF_CRM_";

    private final Bitrix24Client client;
    private final Bitrix24Errors errors;

    DealFieldDesk(Bitrix24Client client, Bitrix24Errors errors) {
        this.client = client;
        this.errors = errors;
    }

    /** Types by name, for every field of a deal. Names come as people know them under {@code upperName}. */
    Reply<Map<String, String>> types(Tenant tenant) {
        var parameters = JsonNodeFactory.instance
                .objectNode()
                .put("entityTypeId", EntityType.DEAL)
                .put("useOriginalUfNames", "Y");
        return client.call(tenant, "crm.item.fields", parameters).then(answer -> {
            JsonNode fields = answer.path("fields");
            return fields.isObject() ? Reply.of(typesOf(fields)) : Reply.stop(errors.meaning(Refusal.UNCLEAR));
        });
    }

    private static Map<String, String> typesOf(JsonNode fields) {
        var types = new HashMap<String, String>();
        fields.properties().forEach(field -> {
            String upper = Bitrix24Mapping.text(field.getValue(), "upperName");
            types.put(upper.isEmpty() ? field.getKey() : upper, Bitrix24Mapping.text(field.getValue(), "type"));
        });
        return types;
    }

    /** What is there by the name stays as it is, even if it is of another type: somebody may be using it. */
    Reply<List<Piece>> make(Tenant tenant) {
        return types(tenant).then(there -> {
            var missing = new TreeMap<String, DealField>();
            var pieces = new ArrayList<Piece>();
            tenant.crm().fields().forEach((field, name) -> {
                if (there.containsKey(name)) {
                    pieces.add(piece(name, Standing.WAS_THERE));
                } else {
                    missing.put(name, field);
                }
            });
            return missing.isEmpty()
                    ? Reply.of(pieces)
                    : client.call(tenant, creations(missing)).map(answer -> {
                        missing.keySet().forEach(name -> pieces.add(piece(name, standing(answer.part(name)))));
                        return pieces;
                    });
        });
    }

    private static Batch creations(Map<String, DealField> missing) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        missing.forEach((name, field) -> {
            FieldForm form = FieldForm.of(field);
            var command = batch.command(name, "crm.deal.userfield.add")
                    .with("fields[FIELD_NAME]", name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name)
                    .with("fields[USER_TYPE_ID]", form.type())
                    .with("fields[LABEL]", form.label())
                    .with("fields[XML_ID]", "CRM1C_" + field.name())
                    .with("fields[MULTIPLE]", form.multiple());
            form.settings().forEach((setting, value) -> command.with("fields[SETTINGS][" + setting + "]", value));
        });
        return batch;
    }

    private static Standing standing(Part part) {
        return part instanceof Part.Result ? Standing.MADE : Standing.REFUSED;
    }

    private static Piece piece(String name, Standing standing) {
        return new Piece(Piece.Sort.DEAL_FIELD, name, standing);
    }
}
