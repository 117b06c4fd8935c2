package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Settlement;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Debts and advances of a counterparty: on accounts in Бухгалтерия, by keys of accounting by partners in Управление торговлей. Source:
 * reference "onec", 2.1 and 2.2.
 */
@ApplicationScoped
class SettlementBook {
    private final ODataClient client;
    private final ProfileShelf profiles;
    private final ChartOfAccounts accounts;

    SettlementBook(ODataClient client, ProfileShelf profiles, ChartOfAccounts accounts) {
        this.client = client;
        this.profiles = profiles;
        this.accounts = accounts;
    }

    Reply<Settlement> of(Tenant tenant, OneCBase base, OneCRef counterparty) {
        return profiles.of(tenant)
                .section("books")
                .shownBy(base, "settlements")
                .then(registers -> of(tenant, base, counterparty, registers.getFirst()));
    }

    private Reply<Settlement> of(Tenant tenant, OneCBase base, OneCRef counterparty, Section register) {
        return rows(tenant, base, register, counterparty)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> isOurs(row, register, base))
                        .map(row -> settlement(row, register))
                        .reduce(Settlement.NOTHING, Settlement::plus));
    }

    private Reply<JsonNode> rows(Tenant tenant, OneCBase base, Section register, OneCRef counterparty) {
        VirtualTable table = VirtualTable.balance(register.set());
        if (register.has("accounts")) {
            Section of = register.inner("counterparty");
            ODataFilter its = ODataFilter.equal(of.text("field"), counterparty.key(), of.text("of"));
            return accounts.balances(tenant, register.besides("accounts"), table.where(its));
        }
        Section keys = register.besides("keys");
        String field = keys.text("field");
        return keys(tenant, base, keys, counterparty)
                .then(found -> client.calculateAll(tenant, table.parts(found, key -> ODataFilter.equal(field, key))));
    }

    /** One for each partner, organization, counterparty and contract that were ever seen together. */
    private Reply<List<UUID>> keys(Tenant tenant, OneCBase base, Section keys, OneCRef counterparty) {
        Section of = keys.inner("counterparty");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), keys.set())
                .filter(ODataFilter.equal(of.text("field"), counterparty.key(), of.text("of"))
                        .and(ODataFilter.equal(keys.text("organization"), base.organization())))
                .select(keys.selecting());
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(key -> Field.of(key, "Ref_Key").key())
                        .toList());
    }

    private static boolean isOurs(JsonNode row, Section register, OneCBase base) {
        return register.optionalText("organization")
                        .map(field -> Field.of(row, field).key().equals(base.organization()))
                        .orElse(true)
                && register.optionalText("currency")
                        .map(field -> base.isOwnCurrency(Field.of(row, field).key()))
                        .orElse(true);
    }

    /** Either one column, above zero what is owed and below what is paid ahead, or a column for each. */
    private static Settlement settlement(JsonNode row, Section register) {
        return register.optionalText("balance")
                .map(column -> balance(money(row, column)))
                .orElseGet(
                        () -> new Settlement(money(row, register.text("debt")), money(row, register.text("advance"))));
    }

    private static Settlement balance(Money money) {
        return money.compareTo(Money.ZERO) >= 0
                ? new Settlement(money, Money.ZERO)
                : new Settlement(Money.ZERO, Money.ZERO.minus(money));
    }

    private static Money money(JsonNode row, String column) {
        return Money.nearest(Field.of(row, column).number());
    }
}
