package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.party.Origin;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.port.CrmParties.Put;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The card of a company or a person: found by its origin, made, or given what it lacks. Source: reference "bitrix24", 5.2, 5.5 and 6.2. */
@ApplicationScoped
class PartyDesk {
    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;

    PartyDesk(Bitrix24Client client, Lists lists, Answers answers) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
    }

    /** Phones come with a list only when everything is selected. Of two with one origin the elder is meant. */
    Reply<Optional<JsonNode>> byOrigin(Tenant tenant, CrmKind kind, Origin origin) {
        ListQuery query = ListQuery.of("crm.item.list", "items")
                .with("entityTypeId", type(kind))
                .with("filter[=originatorId]", origin.system())
                .with("filter[=originId]", origin.id())
                .withEach("select", List.of("*"))
                .with("order[id]", "ASC");
        return lists.all(tenant, query).map(found -> found.stream().findFirst());
    }

    Reply<Optional<JsonNode>> byId(Tenant tenant, CrmKind kind, String id) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("party", "crm.item.get").with("entityTypeId", type(kind)).with("id", id);
        return client.call(tenant, batch)
                .then(answer -> answers.found(answer, "party"))
                .map(found -> found.map(answer -> answer.path("item")));
    }

    Reply<Put> add(Tenant tenant, CrmKind kind, Origin origin, Map<String, String> named, Reach reach) {
        var batch = new Batch(Batch.AfterError.STOP);
        Batch.Command command = batch.command("party", "crm.item.add")
                .with("entityTypeId", type(kind))
                .fields(named)
                .fields(origin(origin));
        Communications.ofNew(reach).forEach(command::with);
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "party"))
                .then(made -> put(kind, made.path("item"), Written.SOMETHING));
    }

    /** What people wrote stays; a card of another origin keeps it. */
    Reply<Put> complete(Tenant tenant, CrmKind kind, Origin origin, JsonNode item, Reach reach) {
        var lacking = new LinkedHashMap<String, String>();
        if (text(item, "originId").isEmpty()) {
            lacking.putAll(fields(origin(origin)));
        }
        lacking.putAll(Communications.lacking(item, reach));
        if (lacking.isEmpty()) {
            return put(kind, item, Written.NOTHING);
        }
        var batch = new Batch(Batch.AfterError.STOP);
        Batch.Command command = batch.command("party", "crm.item.update")
                .with("entityTypeId", type(kind))
                .with("id", text(item, "id"));
        lacking.forEach(command::with);
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "party"))
                .then(changed -> put(kind, changed.path("item"), Written.SOMETHING));
    }

    private Reply<Put> put(CrmKind kind, JsonNode item, Written written) {
        return CrmRef.parse(kind, text(item, "id"))
                .map(party -> Reply.of(new Put(party, written)))
                .orElseGet(() -> Reply.stop(answers.notUnderstood()));
    }

    private static Map<String, String> origin(Origin origin) {
        return Map.of("originatorId", origin.system(), "originId", origin.id());
    }

    private static Map<String, String> fields(Map<String, String> values) {
        var fields = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> fields.put("fields[" + name + "]", value));
        return fields;
    }

    private static String type(CrmKind kind) {
        return Integer.toString(kind == CrmKind.CONTACT ? EntityType.CONTACT : EntityType.COMPANY);
    }
}
