package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.party.CompanyCard;
import dev.crm1c.model.party.CompanyCard.Account;
import dev.crm1c.model.party.CompanyCard.Address;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Accounts and addresses of a registration: an account is known by its number, an address has no number and is one of each kind.
 * What is not named stays. Source: reference "bitrix24", 5.6.
 */
@ApplicationScoped
class RequisiteDetailDesk {
    private static final String RUSSIA = "1";

    private final Bitrix24Client client;
    private final Lists lists;
    private final Answers answers;

    RequisiteDetailDesk(Bitrix24Client client, Lists lists, Answers answers) {
        this.client = client;
        this.lists = lists;
        this.answers = answers;
    }

    private record Write(String method, Map<String, String> parameters) {}

    Reply<Written> bring(Tenant tenant, String requisite, CompanyCard card) {
        if (card.accounts().isEmpty() && card.addresses().isEmpty()) {
            return Reply.of(Written.NOTHING);
        }
        var queries = Map.of(
                "accounts",
                ListQuery.of("crm.requisite.bankdetail.list", "")
                        .with("filter[ENTITY_ID]", requisite)
                        .withEach("select", List.of("*"))
                        .with("order[ID]", "ASC"),
                "addresses",
                ListQuery.of("crm.address.list", "")
                        .with("filter[ENTITY_TYPE_ID]", Integer.toString(EntityType.REQUISITE))
                        .with("filter[ENTITY_ID]", requisite));
        return lists.all(tenant, queries).then(found -> {
            var writes = new ArrayList<Write>();
            card.accounts()
                    .forEach(account ->
                            write(found.get("accounts"), requisite, account).ifPresent(writes::add));
            card.addresses()
                    .forEach(address ->
                            write(found.get("addresses"), requisite, address).ifPresent(writes::add));
            return write(tenant, writes);
        });
    }

    private static Optional<Write> write(List<JsonNode> present, String requisite, Account account) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("RQ_ACC_NUM", account.number());
        fields.put("RQ_BIK", account.bik());
        fields.put("RQ_COR_ACC_NUM", account.correspondent());
        fields.put("RQ_BANK_NAME", account.bank());
        fields.values().removeIf(String::isBlank);
        Optional<JsonNode> known = first(present, row -> text(row, "RQ_ACC_NUM").equals(account.number()));
        if (known.isPresent()) {
            return changed(
                    "crm.requisite.bankdetail.update", known.get(), fields, Map.of("id", text(known.get(), "ID")));
        }
        fields.put("ENTITY_ID", requisite);
        fields.put("COUNTRY_ID", RUSSIA);
        fields.put("RQ_ACC_CURRENCY", "RUB");
        fields.put("NAME", account.bank().isBlank() ? account.number() : account.bank());
        return Optional.of(new Write("crm.requisite.bankdetail.add", named(fields)));
    }

    private static Optional<Write> write(List<JsonNode> present, String requisite, Address address) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("POSTAL_CODE", address.postalCode());
        fields.put("REGION", address.region());
        fields.put("CITY", address.city());
        fields.put("ADDRESS_1", address.street());
        fields.values().removeIf(String::isBlank);
        var key = new LinkedHashMap<String, String>();
        key.put("TYPE_ID", type(address.kind()));
        key.put("ENTITY_TYPE_ID", Integer.toString(EntityType.REQUISITE));
        key.put("ENTITY_ID", requisite);
        Optional<JsonNode> known = first(present, row -> Differing.of(row, key).isEmpty());
        if (known.isPresent()) {
            return changed("crm.address.update", known.get(), fields, named(key));
        }
        fields.putAll(key);
        return Optional.of(new Write("crm.address.add", named(fields)));
    }

    private static Optional<Write> changed(
            String method, JsonNode present, Map<String, String> wanted, Map<String, String> key) {
        Map<String, String> differing = Differing.of(present, wanted);
        if (differing.isEmpty()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<>(key);
        parameters.putAll(named(differing));
        return Optional.of(new Write(method, parameters));
    }

    private Reply<Written> write(Tenant tenant, List<Write> writes) {
        return Portions.inTurn(writes, Portions.OF_WRITES, Written.NOTHING, (some, _) -> writeTogether(tenant, some));
    }

    private Reply<Written> writeTogether(Tenant tenant, List<Write> writes) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        for (int i = 0; i < writes.size(); i++) {
            Batch.Command command = batch.command("detail" + i, writes.get(i).method());
            writes.get(i).parameters().forEach(command::with);
        }
        return client.call(tenant, batch).then(answer -> {
            Reply<Written> done = Reply.of(Written.SOMETHING);
            for (int i = 0; i < writes.size(); i++) {
                String command = "detail" + i;
                done = done.then(_ -> answers.written(answer, command)).map(_ -> Written.SOMETHING);
            }
            return done;
        });
    }

    private static Map<String, String> named(Map<String, String> fields) {
        var named = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> named.put("fields[" + name + "]", value));
        return named;
    }

    private static Optional<JsonNode> first(List<JsonNode> rows, Predicate<JsonNode> fits) {
        return rows.stream().filter(fits).findFirst();
    }

    private static String type(Address.Kind kind) {
        return switch (kind) {
            case ACTUAL -> "1";
            case LEGAL -> "6";
        };
    }
}
