package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.invoice.CrmInvoice;
import dev.crm1c.model.invoice.CrmInvoice.Parent;
import dev.crm1c.model.invoice.CrmInvoice.Place;
import dev.crm1c.model.port.CrmInvoices;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Smart invoices: the item, its product rows, the registrations that it names. Source: reference "bitrix24", 5.2, 5.6 and 5.8. */
@ApplicationScoped
class InvoiceDesk implements CrmInvoices {
    private static final String TYPE = Integer.toString(EntityType.SMART_INVOICE);

    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;
    private final RowDesk rows;
    private final RequisiteLinkDesk links;

    InvoiceDesk(Bitrix24Client client, Lists lists, Answers answers, RowDesk rows, RequisiteLinkDesk links) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
        this.rows = rows;
        this.links = links;
    }

    @Override
    public Reply<Put> put(Tenant tenant, CrmInvoice invoice) {
        return lists.all(tenant, byKey(invoice))
                .then(found -> found.isEmpty() ? add(tenant, invoice) : update(tenant, invoice, found.getFirst()))
                .then(head -> rows.bring(tenant, head.invoice(), invoice.rows())
                        .then(ofRows -> links.bring(tenant, head.invoice(), invoice.parties())
                                .map(ofLinks -> new Put(
                                        head.invoice(),
                                        head.written().or(ofRows).or(ofLinks)))));
    }

    /** Should there be two of them, the elder is the one that people know. */
    private static ListQuery byKey(CrmInvoice invoice) {
        return ListQuery.of("crm.item.list", "items")
                .with("entityTypeId", TYPE)
                .with("filter[=xmlId]", invoice.key().toString())
                .with("order[id]", "ASC");
    }

    private Reply<Put> add(Tenant tenant, CrmInvoice invoice) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("invoice", "crm.item.add").with("entityTypeId", TYPE).fields(fields(invoice));
        return written(tenant, batch);
    }

    private Reply<Put> update(Tenant tenant, CrmInvoice invoice, JsonNode item) {
        Map<String, String> differing = Differing.of(item, fields(invoice));
        if (differing.isEmpty()) {
            return put(item, Written.NOTHING);
        }
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("invoice", "crm.item.update")
                .with("entityTypeId", TYPE)
                .with("id", text(item, "id"))
                .fields(differing);
        return written(tenant, batch);
    }

    private Reply<Put> written(Tenant tenant, Batch batch) {
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "invoice"))
                .then(value -> put(value.path("item"), Written.SOMETHING));
    }

    private Reply<Put> put(JsonNode item, Written written) {
        return CrmRef.parse(CrmKind.INVOICE, text(item, "id"))
                .map(invoice -> Reply.of(new Put(invoice, written)))
                .orElseGet(() -> Reply.stop(answers.notUnderstood()));
    }

    private static Map<String, String> fields(CrmInvoice invoice) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("xmlId", invoice.key().toString());
        fields.put("title", invoice.title());
        fields.put("accountNumber", invoice.number());
        fields.put("begindate", invoice.issued().toString());
        fields.put("closedate", invoice.payBefore().toString());
        fields.put("companyId", invoice.buyer().id());
        fields.put("mycompanyId", invoice.seller().id());
        fields.put("currencyId", invoice.currency());
        if (invoice.parent() instanceof Parent.OfDeal(CrmRef deal)) {
            fields.put("parentId2", deal.id());
        }
        if (invoice.place() instanceof Place.At(var stage)) {
            fields.put("categoryId", stage.pipeline());
            fields.put("stageId", stage.stage());
        }
        return fields;
    }
}
