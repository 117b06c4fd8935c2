package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Accounts of counterparties. Their banks are not made by us: 1C loads them from its classifier. */
@ApplicationScoped
class BankAccountDesk {
    private final ODataClient client;
    private final ProfileShelf profiles;

    BankAccountDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<OneCRef> account(Tenant tenant, Parties parties, BankDetails details, ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.BANK_ACCOUNT);
        Values values = Values.of(parties).with("account", details.account()).with("bik", details.bik());
        return first(tenant, section, values)
                .then(found -> found.map(key -> Reply.of(new OneCRef(OneCKind.BANK_ACCOUNT, key)))
                        .orElseGet(() -> bank(tenant, section.inner("bank"), values, details)
                                .then(bank -> create(tenant, section, values.with("bank", bank), proposed))));
    }

    private Reply<UUID> bank(Tenant tenant, Section banks, Values values, BankDetails details) {
        return first(tenant, banks, values)
                .then(found -> found.map(Reply::of)
                        .orElseGet(() -> Reply.askPeople(
                                new Problem.DictionaryEntryMissing(banks.text("title"), "БИК " + details.bik()))));
    }

    private Reply<Optional<UUID>> first(Tenant tenant, Section section, Values values) {
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(section.match(values))
                .select(section.selecting());
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(object -> Field.of(object, "Ref_Key").key())
                        .findFirst());
    }

    private Reply<OneCRef> create(Tenant tenant, Section section, Values values, ProposedKey proposed) {
        return sendable(
                section.template(),
                values,
                object -> client.createOnce(
                                tenant, ODataAddress.ofSet(tenant.onec().address(), section.set()), object, proposed)
                        .map(key -> new OneCRef(OneCKind.BANK_ACCOUNT, key)));
    }
}
