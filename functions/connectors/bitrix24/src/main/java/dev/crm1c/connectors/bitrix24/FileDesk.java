package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.bitrix24.FileField.Reading;
import dev.crm1c.model.deal.DealFile;
import dev.crm1c.model.deal.FormerFile;
import dev.crm1c.model.port.DealFiles;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Set;

/**
 * Files in a field of a deal. What is not named in a write is deleted without a word, and a batch takes no files; so the field is read first, and
 * written by a request of its own. Source: reference "bitrix24", 5.10a.
 */
@ApplicationScoped
class FileDesk implements DealFiles {
    /** Ours: a printed form has some hundred kilobytes, and the whole request is held in memory a few times over. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final String DEAL = Integer.toString(EntityType.DEAL);

    private final Bitrix24Client client;
    private final Answers answers;

    FileDesk(Bitrix24Client client, Answers answers) {
        this.client = client;
        this.answers = answers;
    }

    @Override
    public Reply<Set<String>> held(Tenant tenant, CrmRef deal, String field) {
        return read(tenant, deal, field).map(reading -> switch (reading) {
            case Reading.Field(FileField present) -> Set.copyOf(present.files());
            case Reading.NoSuchField(), Reading.DealGone() -> Set.of();
        });
    }

    @Override
    public Reply<Attachment> attach(Tenant tenant, CrmRef deal, String field, DealFile file, FormerFile former) {
        if (file.content().length == 0) {
            return Reply.of(new Attachment.Empty());
        }
        if (file.content().length > MOST_BYTES) {
            return Reply.of(new Attachment.TooLarge(MOST_BYTES));
        }
        return read(tenant, deal, field).then(reading -> switch (reading) {
            case Reading.NoSuchField() -> Reply.of(new Attachment.NoSuchField());
            case Reading.DealGone() -> Reply.of(new Attachment.DealGone());
            case Reading.Field(FileField present) ->
                present.attachedSince(former)
                        .<Reply<Attachment>>map(id -> Reply.of(new Attachment.Attached(id)))
                        .orElseGet(() -> write(tenant, deal, field, present, present.with(file(file), former)));
        });
    }

    private Reply<Reading> read(Tenant tenant, CrmRef deal, String field) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("fields", "crm.deal.userfield.list").with("filter[FIELD_NAME]", field);
        batch.command("deal", "crm.item.get")
                .with("entityTypeId", DEAL)
                .with("id", deal.id())
                .with("useOriginalUfNames", "Y");
        return client.call(tenant, batch)
                .then(answer -> answers.of(answer, "fields")
                        .then(fields -> answers.found(answer, "deal")
                                .map(found -> found.map(item -> Reading.of(fields, item.path("item"), field))
                                        .orElseGet(Reading.DealGone::new))));
    }

    private Reply<Attachment> write(Tenant tenant, CrmRef deal, String field, FileField present, JsonNode value) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.put("entityTypeId", EntityType.DEAL).put("id", deal.id()).put("useOriginalUfNames", "Y");
        parameters.putObject("fields").set(field, value);
        return switch (client.answer(tenant, "crm.item.update", parameters)) {
            case Answer.Refused(Refusal refusal, var _)
            when Answers.isOverAndDoneWith(refusal) ->
                Reply.askPeople(new Problem.CrmSaysNo("файл для поля " + field + " не принят"));
            case Answer answer ->
                answer.reply()
                        .then(result -> attached(present, result.path("item").path(field)));
        };
    }

    private Reply<Attachment> attached(FileField before, JsonNode now) {
        return before.newest(now)
                .<Reply<Attachment>>map(id -> Reply.of(new Attachment.Attached(id)))
                .orElseGet(() -> Reply.stop(answers.notUnderstood()));
    }

    private static JsonNode file(DealFile file) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(file.name())
                .add(Base64.getEncoder().encodeToString(file.content()));
    }
}
