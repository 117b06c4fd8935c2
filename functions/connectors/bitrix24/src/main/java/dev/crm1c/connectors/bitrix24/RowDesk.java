package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.deal.RowDraft;
import dev.crm1c.model.port.CrmRows;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Product rows, row by row: setting them all would give every row a new id and lose what is reserved for it. After an unclear end the rows are
 * read anew and compared, so nothing is added twice. Source: reference "bitrix24", 4.5 and 5.3.
 */
@ApplicationScoped
class RowDesk implements CrmRows {
    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;

    RowDesk(Bitrix24Client client, Lists lists, Answers answers) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
    }

    /** @param fields what the answer must show; empty for a row that goes */
    private record Write(String method, Optional<String> row, Map<String, String> fields) {}

    private record Owner(String type, String id) {}

    @Override
    public Reply<Written> bring(Tenant tenant, CrmRef owner, List<RowDraft> rows) {
        return switch (owner.kind()) {
            case DEAL -> bring(tenant, new Owner("D", owner.id()), rows);
            case INVOICE -> bring(tenant, new Owner("SI", owner.id()), rows);
            default -> Reply.stop(new Outcome.Refused("product rows belong to a deal or an invoice, not to " + owner));
        };
    }

    private Reply<Written> bring(Tenant tenant, Owner owner, List<RowDraft> rows) {
        ListQuery present = ListQuery.of("crm.item.productrow.list", "productRows")
                .with("filter[=ownerType]", owner.type())
                .with("filter[=ownerId]", owner.id())
                .with("order[id]", "ASC");
        return lists.all(tenant, present).then(found -> {
            if (found.isEmpty() && !rows.isEmpty()) {
                return setAll(tenant, owner, rows);
            }
            RowDiff diff = RowDiff.between(found, rows);
            return diff.isEmpty() ? Reply.of(Written.NOTHING) : write(tenant, writes(owner, diff));
        });
    }

    private Reply<Written> setAll(Tenant tenant, Owner owner, List<RowDraft> rows) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.put("ownerType", owner.type()).put("ownerId", owner.id());
        var list = parameters.putArray("productRows");
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> fields = RowDiff.fields(rows.get(i), i);
            ObjectNode row = list.addObject();
            fields.forEach(row::put);
            if (row.path("taxRate").asText().isEmpty()) {
                row.putNull("taxRate");
            }
        }
        return answers.written(
                        client.answer(tenant, "crm.item.productrow.set", parameters), "строки товаров не приняты")
                .then(answer -> proved(
                        RowDiff.between(answer.path("productRows").valueStream().toList(), rows)));
    }

    private Reply<Written> proved(RowDiff left) {
        return left.isEmpty()
                ? Reply.of(Written.SOMETHING)
                : Reply.stop(keptOtherwise(left.changed().values()));
    }

    private static List<Write> writes(Owner owner, RowDiff diff) {
        var writes = new ArrayList<Write>();
        diff.changed()
                .forEach(
                        (row, fields) -> writes.add(new Write("crm.item.productrow.update", Optional.of(row), fields)));
        diff.added().forEach(fields -> writes.add(new Write("crm.item.productrow.add", Optional.empty(), fields)));
        diff.gone().forEach(row -> writes.add(new Write("crm.item.productrow.delete", Optional.of(row), Map.of())));
        writes.replaceAll(write -> write.row().isPresent() ? write : ownedBy(owner, write));
        return writes;
    }

    private static Write ownedBy(Owner owner, Write write) {
        var fields = new LinkedHashMap<>(write.fields());
        fields.put("ownerType", owner.type());
        fields.put("ownerId", owner.id());
        return new Write(write.method(), write.row(), fields);
    }

    private Reply<Written> write(Tenant tenant, List<Write> writes) {
        return Portions.inTurn(writes, Portions.OF_WRITES, Written.NOTHING, (some, _) -> writeTogether(tenant, some));
    }

    private Reply<Written> writeTogether(Tenant tenant, List<Write> writes) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        for (int i = 0; i < writes.size(); i++) {
            Batch.Command command = batch.command("row" + i, writes.get(i).method());
            writes.get(i).row().ifPresent(row -> command.with("id", row));
            command.fields(writes.get(i).fields());
        }
        return client.call(tenant, batch).then(answer -> proved(writes, answer));
    }

    /** An empty tax rate is "without VAT" only if the portal took it so; whatever it took otherwise must not pass for written. */
    private Reply<Written> proved(List<Write> writes, BatchAnswer answer) {
        Reply<Written> done = Reply.of(Written.SOMETHING);
        for (int i = 0; i < writes.size(); i++) {
            String command = "row" + i;
            Map<String, String> fields = writes.get(i).fields();
            done = done.then(_ -> answers.written(answer, command)).then(row -> proved(row, fields));
        }
        return done;
    }

    private Reply<Written> proved(JsonNode answer, Map<String, String> fields) {
        Map<String, String> left = Differing.of(answer.path("productRow"), fields);
        return left.isEmpty() ? Reply.of(Written.SOMETHING) : Reply.stop(keptOtherwise(List.of(left)));
    }

    private static Outcome keptOtherwise(Collection<Map<String, String>> left) {
        return new Outcome.Refused("the portal keeps a product row's fields otherwise: "
                + left.stream()
                        .flatMap(fields -> fields.keySet().stream())
                        .distinct()
                        .toList());
    }
}
