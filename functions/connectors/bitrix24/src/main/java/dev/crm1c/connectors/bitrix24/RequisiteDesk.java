package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.party.CompanyCard;
import dev.crm1c.model.portal.RequisitePreset;
import dev.crm1c.model.portal.RequisitePreset.Kind;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a company is registered as. Source: reference "bitrix24", 5.6 and 6.2. */
@ApplicationScoped
class RequisiteDesk {
    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;
    private final PresetBook presets;
    private final RequisiteDetailDesk details;

    RequisiteDesk(
            Bitrix24Client client, Lists lists, Answers answers, PresetBook presets, RequisiteDetailDesk details) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
        this.presets = presets;
        this.details = details;
    }

    private record Put(String requisite, Written written) {}

    Reply<Written> bring(Tenant tenant, CrmRef company, CompanyCard card) {
        ListQuery query = ListQuery.of("crm.requisite.list", "")
                .with("filter[ENTITY_TYPE_ID]", Integer.toString(EntityType.COMPANY))
                .with("filter[ENTITY_ID]", company.id())
                .with("order[SORT]", "ASC")
                .with("order[ID]", "ASC");
        return lists.all(tenant, query)
                .then(rows -> known(rows, card)
                        .map(row -> update(tenant, row, card))
                        .orElseGet(() -> add(tenant, company, card)))
                .then(put -> details.bring(tenant, put.requisite(), card)
                        .map(written -> put.written().or(written)));
    }

    static boolean isOf(JsonNode row, LegalIdentity identity) {
        return text(row, "RQ_INN").equals(identity.inn().digits())
                && text(row, "RQ_KPP").equals(identity.kppOrBlank());
    }

    private static Optional<JsonNode> known(List<JsonNode> rows, CompanyCard card) {
        return rows.stream()
                .filter(row -> text(row, "XML_ID").equals(card.origin().id()))
                .findFirst()
                .or(() ->
                        rows.stream().filter(row -> isOf(row, card.identity())).findFirst());
    }

    private Reply<Put> update(Tenant tenant, JsonNode row, CompanyCard card) {
        String id = text(row, "ID");
        Map<String, String> wanted = fields(card);
        if (text(row, "XML_ID").isEmpty()) {
            wanted.putAll(mark(card));
        }
        Map<String, String> differing = Differing.of(row, wanted);
        if (differing.isEmpty()) {
            return Reply.of(new Put(id, Written.NOTHING));
        }
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("requisite", "crm.requisite.update").with("id", id).fields(differing);
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "requisite"))
                .map(_ -> new Put(id, Written.SOMETHING));
    }

    private Reply<Put> add(Tenant tenant, CrmRef company, CompanyCard card) {
        Kind kind = kind(card.identity());
        return presets.all(tenant)
                .then(all -> RequisitePreset.of(kind, all).stream()
                        .findFirst()
                        .map(preset -> add(tenant, company, card, preset))
                        .orElseGet(() -> Reply.askPeople(
                                new Problem.CrmSaysNo("нет российского шаблона реквизитов для вида " + kind))));
    }

    private Reply<Put> add(Tenant tenant, CrmRef company, CompanyCard card, RequisitePreset preset) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("requisite", "crm.requisite.add")
                .with("fields[ENTITY_TYPE_ID]", Integer.toString(EntityType.COMPANY))
                .with("fields[ENTITY_ID]", company.id())
                .with("fields[PRESET_ID]", preset.id())
                .with("fields[NAME]", preset.name())
                .fields(mark(card))
                .fields(fields(card));
        return client.call(tenant, batch)
                .then(answer -> answers.written(answer, "requisite"))
                .map(id -> new Put(id.asText(), Written.SOMETHING));
    }

    private static Map<String, String> mark(CompanyCard card) {
        return Map.of(
                "XML_ID", card.origin().id(), "ORIGINATOR_ID", card.origin().system());
    }

    private static Map<String, String> fields(CompanyCard card) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("RQ_INN", card.identity().inn().digits());
        switch (card.identity()) {
            case LegalIdentity.Organization(var _, var kpp) -> {
                fields.put("RQ_KPP", kpp.code());
                fields.put("RQ_OGRN", card.registrationNumber());
                fields.put("RQ_COMPANY_NAME", card.name());
                fields.put("RQ_COMPANY_FULL_NAME", card.fullName());
            }
            case LegalIdentity.SoleTrader _ -> {
                fields.put("RQ_OGRNIP", card.registrationNumber());
                fields.put("RQ_NAME", card.fullName());
            }
        }
        fields.values().removeIf(String::isBlank);
        return fields;
    }

    private static Kind kind(LegalIdentity identity) {
        return switch (identity) {
            case LegalIdentity.Organization _ -> Kind.ORGANIZATION;
            case LegalIdentity.SoleTrader _ -> Kind.SOLE_TRADER;
        };
    }
}
