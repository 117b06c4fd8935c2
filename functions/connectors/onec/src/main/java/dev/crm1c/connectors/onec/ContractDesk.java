package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ContractRule.Choice;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Contracts of sale between one of the tenant's companies and a counterparty. */
@ApplicationScoped
class ContractDesk {
    private static final String NAME = "Description";

    private final ODataClient client;
    private final ProfileShelf profiles;

    ContractDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<List<ContractOnFile>> find(Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms) {
        Section section = profiles.of(tenant).section(OneCKind.CONTRACT);
        String date = section.text("date");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(filter(section, values(parties, currency), terms))
                .select(section.selecting(Stream.concat(
                                Stream.of(NAME, date, section.text("ends")), section.optionalText("closed").stream())
                        .toArray(String[]::new)))
                .orderBy(section.text("order"));
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .filter(contract -> isOpen(contract, section, terms.on()))
                        .filter(contract -> terms.choice() == Choice.ANY_OPEN || isNamed(contract, terms))
                        .sorted(Comparator.comparing((JsonNode contract) -> !isNamed(contract, terms))
                                .thenComparing(contract -> dated(contract, date), Comparator.reverseOrder()))
                        .map(contract -> new ContractOnFile(
                                new OneCRef(
                                        OneCKind.CONTRACT,
                                        Field.of(contract, "Ref_Key").key()),
                                dated(contract, date).toLocalDate()))
                        .toList());
    }

    private static ODataFilter filter(Section section, Values values, ContractTerms terms) {
        ODataFilter ofBuyer = section.match(values);
        return switch (terms.choice()) {
            case ANY_OPEN -> ofBuyer;
            case BY_NAME -> ofBuyer.and(ODataFilter.equal(NAME, terms.name()));
        };
    }

    /** 1C compares without regard to case: that is not the very name. */
    private static boolean isNamed(JsonNode contract, ContractTerms terms) {
        return Field.of(contract, NAME).text().equals(terms.name().strip());
    }

    private static boolean isOpen(JsonNode contract, Section section, LocalDate on) {
        boolean closed = section.optionalText("closed")
                .filter(field -> Field.of(contract, field).flag())
                .isPresent();
        boolean ended = Field.of(contract, section.text("ends"))
                .moment()
                .filter(end -> end.toLocalDate().isBefore(on))
                .isPresent();
        return !closed && !ended;
    }

    private static LocalDateTime dated(JsonNode contract, String field) {
        return Field.of(contract, field).moment().orElse(Field.NO_DATE);
    }

    Reply<OneCRef> create(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms, ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.CONTRACT);
        Values values = values(parties, currency)
                .with("contractName", terms.name())
                .with("date", terms.from().atStartOfDay());
        if (!terms.until().equals(LocalDate.MAX)) {
            values.with("until", terms.until().atStartOfDay());
        }
        return sendable(
                section.template(),
                values,
                object -> client.createOnce(
                                tenant, ODataAddress.ofSet(tenant.onec().address(), section.set()), object, proposed)
                        .map(key -> new OneCRef(OneCKind.CONTRACT, key)));
    }

    /** A foreign currency stands in for the base's own. */
    private static Values values(Parties parties, DocumentCurrency currency) {
        Values values = Values.of(parties);
        return switch (currency) {
            case DocumentCurrency.Own() -> values.with("money", "own");
            case DocumentCurrency.Foreign(var key, var _, int _) ->
                values.with("money", "foreign").with("currency", key);
        };
    }
}
