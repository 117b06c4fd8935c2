package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Our one entry in a deal's timeline and the deal's own fields, written together. Source: reference "bitrix24", 5.9–5.10. */
@ApplicationScoped
class DealNoteDesk {
    private static final String DEAL_TYPE = Integer.toString(EntityType.DEAL);

    private final Bitrix24Client client;
    private final Bitrix24Errors errors;

    DealNoteDesk(Bitrix24Client client, Bitrix24Errors errors) {
        this.client = client;
        this.errors = errors;
    }

    Reply<String> tell(Tenant tenant, CrmRef deal, Telling telling, NotePlace place) {
        return switch (place) {
            case NotePlace.New() -> write(tenant, deal, telling, Optional.empty());
            case NotePlace.Existing(String noteId) -> write(tenant, deal, telling, Optional.of(noteId));
            case NotePlace.NewUnlessThere() ->
                findNote(tenant, deal, telling.note()).then(found -> write(tenant, deal, telling, found));
        };
    }

    private Reply<Optional<String>> findNote(Tenant tenant, CrmRef deal, String text) {
        var parameters = JsonNodeFactory.instance.objectNode();
        parameters.putObject("filter").put("ENTITY_ID", deal.id()).put("ENTITY_TYPE", "deal");
        parameters.putObject("order").put("ID", "DESC");
        parameters.putArray("select").add("ID").add("COMMENT");
        return client.call(tenant, "crm.timeline.comment.list", parameters)
                .map(comments -> StreamSupport.stream(comments.spliterator(), false)
                        .filter(comment ->
                                Bitrix24Mapping.text(comment, "COMMENT").equals(text))
                        .map(comment -> Bitrix24Mapping.text(comment, "ID"))
                        .findFirst());
    }

    private Reply<String> write(Tenant tenant, CrmRef deal, Telling telling, Optional<String> noteId) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        Map<String, String> fields = fields(tenant, telling);
        if (!fields.isEmpty()) {
            batch.command("fields", "crm.item.update")
                    .with("entityTypeId", DEAL_TYPE)
                    .with("id", deal.id())
                    .with("useOriginalUfNames", "Y")
                    .fields(fields);
        }
        noteId.ifPresentOrElse(
                id -> batch.command("note", "crm.timeline.comment.update")
                        .with("id", id)
                        .with("fields[COMMENT]", telling.note()),
                () -> batch.command("note", "crm.timeline.comment.add")
                        .with("fields[ENTITY_ID]", deal.id())
                        .with("fields[ENTITY_TYPE]", "deal")
                        .with("fields[COMMENT]", telling.note()));
        return client.call(tenant, batch).then(answer -> written(tenant, deal, telling, noteId, answer));
    }

    private Reply<String> written(
            Tenant tenant, CrmRef deal, Telling telling, Optional<String> noteId, BatchAnswer answer) {
        if (answer.part("fields") instanceof Part.Failed(var code)) {
            return Reply.stop(errors.meaning(200, code));
        }
        return switch (answer.part("note")) {
            case Part.Result(JsonNode value) -> Reply.of(noteId.orElseGet(value::asText));
            case Part.Failed(var code)
            when noteId.isPresent() && code.isNotFound() -> write(tenant, deal, telling, Optional.empty());
            case Part.Failed(var code) -> Reply.stop(errors.meaning(200, code));
            case Part.NotRun() -> Reply.stop(errors.byStatus(200));
        };
    }

    /** The deal's own fields by their names; files are attached and not written. */
    private static Map<String, String> fields(Tenant tenant, Telling telling) {
        var fields = new TreeMap<String, String>();
        tenant.crm()
                .fields()
                .forEach((field, name) -> value(field, telling).ifPresent(value -> fields.put(name, value)));
        return fields;
    }

    private static Optional<String> value(DealField field, Telling telling) {
        return switch (telling) {
            case Telling.Words words ->
                field == DealField.STATE ? Optional.of(words.state().words()) : Optional.empty();
            case Telling.Invoice invoice -> value(field, invoice);
        };
    }

    private static Optional<String> value(DealField field, Telling.Invoice invoice) {
        return switch (field) {
            case INVOICE_NUMBER -> Optional.of(invoice.facts().number());
            case INVOICE_DATE ->
                Optional.of(invoice.facts().date().toLocalDate().toString());
            case INVOICE_SUM -> Optional.of(invoice.facts().total().toString());
            case INVOICE_LINK -> Optional.of(invoice.link());
            case STATE -> Optional.of(invoice.state().words());
            case FILES -> Optional.empty();
        };
    }
}
