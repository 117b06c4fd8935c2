package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds what every document of a tenant needs: who sells, by which bank account, in which currency and country. */
@ApplicationScoped
class BaseLookup {
    private final ODataClient client;
    private final ProfileShelf profiles;

    BaseLookup(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<OneCBase> find(Tenant tenant) {
        Profile profile = profiles.of(tenant);
        return organization(tenant, profile.section("organization"))
                .then(seller -> entry(tenant, profile.section("currency"), "Валюты", "643 (рубль)")
                        .then(currency -> entry(tenant, profile.section("country"), "Страны мира", "643 (Россия)")
                                .map(country -> new OneCBase(seller.key(), seller.bankAccount(), currency, country))));
    }

    private Reply<Seller> organization(Tenant tenant, Section section) {
        LegalIdentity organization = tenant.onec().organization();
        Values values = new Values().with("inn", organization.inn().digits()).with("kpp", organization.kppOrBlank());
        String bankAccount = section.text("bankAccount");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(section.match(values))
                .select(List.of("Ref_Key", "DeletionMark", bankAccount));
        return client.list(tenant, address)
                .then(found -> living(found)
                        .findFirst()
                        .map(seller -> seller(tenant, key(seller, "Ref_Key"), key(seller, bankAccount)))
                        .orElseGet(() -> Reply.askPeople(new Problem.OrganizationNotFound(organization))));
    }

    /** The account that the organization calls its main one, or the only one that it has. */
    private Reply<Seller> seller(Tenant tenant, UUID organization, UUID mainAccount) {
        if (!mainAccount.equals(Template.NO_REFERENCE)) {
            return Reply.of(new Seller(organization, mainAccount));
        }
        Profile profile = profiles.of(tenant);
        Section accounts = profile.section("bankAccount");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), accounts.set())
                .filter(ODataFilter.equal(
                        accounts.text("owner"),
                        organization,
                        profile.section("organization").set()))
                .select(List.of("Ref_Key", "DeletionMark"));
        return client.list(tenant, address).then(found -> {
            List<JsonNode> living = living(found).toList();
            return living.size() == 1
                    ? Reply.of(new Seller(organization, key(living.getFirst(), "Ref_Key")))
                    : Reply.askPeople(new Problem.OrganizationHasNoBankAccount(
                            tenant.onec().organization()));
        });
    }

    private Reply<UUID> entry(Tenant tenant, Section section, String dictionary, String entry) {
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(section.match(new Values()))
                .select(List.of("Ref_Key"));
        return client.list(tenant, address)
                .then(found -> found.isEmpty()
                        ? Reply.askPeople(new Problem.DictionaryEntryMissing(dictionary, entry))
                        : Reply.of(key(found.get(0), "Ref_Key")));
    }

    /** Neither marked for deletion nor a folder. Seen here and not asked for in the filter: such lists are short, and filters have a length. */
    static Stream<JsonNode> living(JsonNode objects) {
        return StreamSupport.stream(objects.spliterator(), false)
                .filter(object -> !object.path("DeletionMark").asBoolean()
                        && !object.path("IsFolder").asBoolean());
    }

    static UUID key(JsonNode object, String field) {
        String text = object.path(field).asText();
        return text.isEmpty() ? Template.NO_REFERENCE : UUID.fromString(text);
    }

    private record Seller(UUID key, UUID bankAccount) {}
}
