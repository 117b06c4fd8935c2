package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.party.ContactCard;
import dev.crm1c.model.port.CrmParties.Put;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People. A phone may be an office's, so whoever is found by it is taken only if nobody else has it and no other base calls him its own.
 * Source: reference "bitrix24", 5.5 and 6.2.
 */
@ApplicationScoped
class ContactDesk {
    /** As many as the method takes. */
    private static final int MOST_VALUES = 20;

    private final Bitrix24Client client;
    private final Answers answers;
    private final PartyDesk parties;

    ContactDesk(Bitrix24Client client, Answers answers, PartyDesk parties) {
        this.client = client;
        this.answers = answers;
        this.parties = parties;
    }

    Reply<Put> put(Tenant tenant, ContactCard card) {
        return find(tenant, card)
                .then(found -> found.map(
                                item -> parties.complete(tenant, CrmKind.CONTACT, card.origin(), item, card.reach()))
                        .orElseGet(
                                () -> parties.add(tenant, CrmKind.CONTACT, card.origin(), named(card), card.reach())));
    }

    private Reply<Optional<JsonNode>> find(Tenant tenant, ContactCard card) {
        return parties.byOrigin(tenant, CrmKind.CONTACT, card.origin())
                .then(found -> found.isPresent()
                        ? Reply.of(found)
                        : byReach(tenant, "EMAIL", card.reach().emails())
                                .then(byMail -> byMail.isPresent()
                                        ? Reply.of(byMail)
                                        : byReach(tenant, "PHONE", card.reach().phones())));
    }

    private Reply<Optional<JsonNode>> byReach(Tenant tenant, String type, List<String> values) {
        if (values.isEmpty()) {
            return Reply.of(Optional.empty());
        }
        var batch = new Batch(Batch.AfterError.STOP);
        Batch.Command command = batch.command("same", "crm.duplicate.findbycomm")
                .with("type", type)
                .with("entity_type", "CONTACT");
        for (int i = 0; i < Math.min(values.size(), MOST_VALUES); i++) {
            command.with("values[" + i + "]", values.get(i));
        }
        return client.call(tenant, batch)
                .then(answer -> answers.of(answer, "same"))
                .then(found -> only(tenant, found.path("CONTACT")));
    }

    private Reply<Optional<JsonNode>> only(Tenant tenant, JsonNode ids) {
        return ids.size() == 1
                ? parties.byId(tenant, CrmKind.CONTACT, ids.get(0).asText())
                        .map(found ->
                                found.filter(item -> text(item, "originId").isEmpty()))
                : Reply.of(Optional.empty());
    }

    private static Map<String, String> named(ContactCard card) {
        var named = new LinkedHashMap<String, String>();
        named.put("name", card.name());
        named.put("secondName", card.secondName());
        named.put("lastName", card.lastName());
        named.put("companyId", card.company().id());
        named.values().removeIf(String::isBlank);
        return named;
    }
}
