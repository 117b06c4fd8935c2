package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.tenant.Admission;
import dev.crm1c.model.tenant.ContractRule;
import dev.crm1c.model.tenant.ContractRule.Choice;
import dev.crm1c.model.tenant.ContractRule.Term;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Terms;
import dev.crm1c.model.tenant.Terms.Lost;
import dev.crm1c.model.tenant.Terms.Mode;
import dev.crm1c.model.tenant.Terms.OutdatedVat;
import dev.crm1c.model.tenant.Terms.Won;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is decided about the deals of all scenarios; what the file leaves unsaid is as {@link Terms#usual} has it. */
final class TermsFields {
    private final Said file;
    private final Said deals;
    private final Faults faults;

    TermsFields(Said file, Faults faults) {
        this.file = file;
        this.deals = file.at("deals");
        this.faults = faults;
    }

    /** @param zone empty when that was faulty already */
    Optional<Terms> terms(List<OwnCompany> sellers, Optional<ZoneId> zone) {
        var items = new ItemFields(file, faults).policy();
        List<ContractRule> contracts = contracts();
        Optional<LocalDate> from = from();
        return zone.map(where -> new Terms(
                sellers,
                contracts,
                items,
                admission(from.map(day -> day.atStartOfDay(where).toInstant()).orElse(Instant.MIN)),
                currencies(),
                file.at("vat").at("outdated").text().equals("remark") ? OutdatedVat.REMARK : OutdatedVat.ASK_PEOPLE,
                deals.at("lost").text().equals("leave") ? Lost.LEAVE : Lost.WITHDRAW,
                deals.at("won").text().equals("leave") ? Won.LEAVE : Won.TELL,
                file.at("mode").text().equals("rehearsal") ? Mode.REHEARSAL : Mode.LIVE));
    }

    private List<ContractRule> contracts() {
        List<Said> rules = file.at("contracts").parts();
        Conditions.shadowed(rules, rule -> Conditions.read(rule.at("when")))
                .forEach(rule ->
                        faults.add(rule, "до этого договора очередь не дойдёт: договор выше подходит всем сделкам"));
        return rules.stream().map(TermsFields::contract).toList();
    }

    private static ContractRule contract(Said rule) {
        return new ContractRule(
                Conditions.read(rule.at("when")),
                rule.at("name").text(),
                rule.at("reuse").text().equals("by-name") ? Choice.BY_NAME : Choice.ANY_OPEN,
                rule.at("term").text().equals("yearly") ? Term.YEARLY : Term.STANDING);
    }

    private Optional<LocalDate> from() {
        Said from = deals.at("from");
        if (from.isMissing()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(from.text()));
        } catch (DateTimeException _) {
            return faults.instead(from, "такого дня в календаре нет");
        }
    }

    private Admission admission(Instant from) {
        Said test = deals.at("test");
        return new Admission(from, test.at("titles").texts(), test.at("fields").textsByField());
    }

    private Set<String> currencies() {
        Said currencies = file.at("currencies");
        return currencies.isMissing() ? Set.of(Terms.RUBLE) : currencies.texts();
    }
}
