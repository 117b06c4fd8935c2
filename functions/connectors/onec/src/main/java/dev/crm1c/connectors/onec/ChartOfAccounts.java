package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Balances of accounts that the profile names by their codes. They are asked for by key: a path through a reference, {@code Account/Code},
 * would not fit into the path of the request and so be looked at after everything was calculated. Source: reference "onec", 1.5.
 */
@ApplicationScoped
class ChartOfAccounts {
    /** Beside a condition of ours this many keys fit into a segment of a path. */
    private static final int KEYS_OF_ONE_CALL = 2;

    private final ODataClient client;

    ChartOfAccounts(ODataClient client) {
        this.client = client;
    }

    /** The rows of a table for these accounts alone; accounts that the chart lacks hold nothing. */
    Reply<JsonNode> balances(Tenant tenant, Section accounts, VirtualTable table) {
        return keys(tenant, accounts)
                .then(keys -> client.calculateAll(
                        tenant,
                        new Chunks(KEYS_OF_ONE_CALL, ODataAddress.LONGEST_QUERY)
                                .of(keys, ChartOfAccounts::isAccount).stream()
                                        .map(chunk -> table.ofAccounts(ODataFilter.anyOf("Account_Key", chunk)))
                                        .toList()));
    }

    private static ODataFilter isAccount(UUID key) {
        return ODataFilter.equal("Account_Key", key);
    }

    private Reply<List<UUID>> keys(Tenant tenant, Section accounts) {
        List<String> codes = accounts.texts("codes");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), accounts.set())
                .filter(ODataFilter.any(codes.stream()
                        .map(code -> ODataFilter.equal("Code", code))
                        .toList()))
                .select(accounts.selecting());
        return client.list(tenant, address).then(found -> {
            List<UUID> keys = BaseLookup.living(found)
                    .map(account -> Field.of(account, "Ref_Key").key())
                    .toList();
            return keys.isEmpty()
                    ? Reply.askPeople(
                            new Problem.DictionaryEntryMissing(accounts.text("title"), String.join(", ", codes)))
                    : Reply.of(keys);
        });
    }
}
