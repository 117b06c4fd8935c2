package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose a requisite or a bank account is: their events name only themselves. Source: reference "bitrix24", 2.3 and 5.6. */
@ApplicationScoped
class OwnerBook {
    private final Bitrix24Client client;
    private final Answers answers;

    OwnerBook(Bitrix24Client client, Answers answers) {
        this.client = client;
        this.answers = answers;
    }

    Reply<Optional<CrmRef>> companyOf(Tenant tenant, CrmRef legal) {
        var batch = new Batch(Batch.AfterError.STOP);
        Batch.Command requisite = switch (legal.kind()) {
            case CrmKind.BANK_DETAIL -> {
                batch.command("bank", "crm.requisite.bankdetail.get").with("id", legal.id());
                yield batch.command("requisite", "crm.requisite.list").withResult("filter[ID]", "[bank][ENTITY_ID]");
            }
            default -> batch.command("requisite", "crm.requisite.list").with("filter[ID]", legal.id());
        };
        requisite.with("select[0]", "ID").with("select[1]", "ENTITY_TYPE_ID").with("select[2]", "ENTITY_ID");
        return client.call(tenant, batch).then(this::company);
    }

    private Reply<Optional<CrmRef>> company(BatchAnswer answer) {
        if (answer.part("bank") instanceof Part.Failed) {
            return answers.found(answer, "bank").map(_ -> Optional.empty());
        }
        return answers.of(answer, "requisite")
                .map(found -> Optional.ofNullable(found.get(0)).flatMap(OwnerBook::company));
    }

    private static Optional<CrmRef> company(JsonNode requisite) {
        return text(requisite, "ENTITY_TYPE_ID").equals(Integer.toString(EntityType.COMPANY))
                ? Bitrix24Mapping.ref(CrmKind.COMPANY, text(requisite, "ENTITY_ID"))
                : Optional.empty();
    }
}
