package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crm1c.model.invoice.CrmInvoice.Party;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which registrations and accounts an invoice names. A registration replaces the whole link, so what nobody asked for is sent along as it is.
 * Source: reference "bitrix24", 5.6.
 */
@ApplicationScoped
class RequisiteLinkDesk {
    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;

    RequisiteLinkDesk(Bitrix24Client client, Lists lists, Answers answers) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
    }

    Reply<Written> bring(Tenant tenant, CrmRef invoice, Map<Party, CrmRef> parties) {
        if (parties.isEmpty()) {
            return Reply.of(Written.NOTHING);
        }
        ListQuery link = ListQuery.of("crm.requisite.link.list", "")
                .with("filter[ENTITY_TYPE_ID]", Integer.toString(EntityType.SMART_INVOICE))
                .with("filter[ENTITY_ID]", invoice.id());
        return lists.all(tenant, link).then(found -> bring(tenant, invoice, parties, first(found)));
    }

    private Reply<Written> bring(Tenant tenant, CrmRef invoice, Map<Party, CrmRef> parties, JsonNode present) {
        var whole = new LinkedHashMap<String, String>();
        for (Party party : Party.values()) {
            CrmRef wanted = parties.get(party);
            whole.put(
                    field(party),
                    wanted == null ? Long.toString(present.path(field(party)).asLong()) : wanted.id());
        }
        if (!present.isMissingNode() && Differing.of(present, whole).isEmpty()) {
            return Reply.of(Written.NOTHING);
        }
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("link", "crm.requisite.link.register")
                .with("fields[ENTITY_TYPE_ID]", Integer.toString(EntityType.SMART_INVOICE))
                .with("fields[ENTITY_ID]", invoice.id())
                .fields(whole);
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "link"))
                .map(_ -> Written.SOMETHING);
    }

    private static JsonNode first(List<JsonNode> found) {
        return found.isEmpty() ? MissingNode.getInstance() : found.getFirst();
    }

    private static String field(Party party) {
        return switch (party) {
            case BUYER -> "REQUISITE_ID";
            case BUYER_ACCOUNT -> "BANK_DETAIL_ID";
            case SELLER -> "MC_REQUISITE_ID";
            case SELLER_ACCOUNT -> "MC_BANK_DETAIL_ID";
        };
    }
}
