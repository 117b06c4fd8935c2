package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.BaseLookup.Survey;
import dev.crm1c.connectors.onec.Profile.BaseEntry;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.Finding.Contracts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Whether each of a tenant's companies finds in the base what its documents need. What they have in common is looked for once. */
@ApplicationScoped
class CompanyDoctor {
    private final ODataClient client;
    private final ProfileShelf profiles;
    private final BaseLookup base;

    CompanyDoctor(ODataClient client, ProfileShelf profiles, BaseLookup base) {
        this.client = client;
        this.profiles = profiles;
        this.base = base;
    }

    List<Finding> findings(Tenant tenant) {
        List<Tenant> companies =
                tenant.terms().sellers().stream().map(tenant::sellingAs).toList();
        Tenant first = companies.isEmpty() ? tenant : companies.getFirst();
        List<BaseEntry> entries = profiles.of(tenant).base(Needs.of(tenant));
        Survey survey = base.survey(first, entries, Map.of());
        var findings = new ArrayList<Finding>(unready(survey));
        findings.addAll(agreement(first, entries));
        companies.stream()
                .skip(1)
                .flatMap(other -> ofOther(other, ofItsOwn(first, other, entries), survey.found()))
                .forEach(findings::add);
        return findings;
    }

    private Stream<Finding> ofOther(Tenant company, List<BaseEntry> own, Map<String, UUID> ofFirst) {
        var common = new HashMap<>(ofFirst);
        own.forEach(entry -> {
            common.remove(entry.name());
            common.keySet().removeIf(name -> name.startsWith(entry.name() + "."));
        });
        return Stream.concat(unready(base.survey(company, own, common)).stream(), agreement(company, own).stream())
                .map(finding -> saysWhose(finding)
                        ? finding
                        : new Finding.OfCompany(company.onec().organization(), finding));
    }

    /** What is found by the company itself, by something of the company's own, or by another name that was chosen for it. */
    private static List<BaseEntry> ofItsOwn(Tenant first, Tenant company, List<BaseEntry> entries) {
        Map<String, String> chosenFirst = first.onec().tailoring().entries();
        Map<String, String> chosen = company.onec().tailoring().entries();
        Set<String> own = new HashSet<>();
        for (BaseEntry entry : entries) {
            String name = entry.name();
            if (entry.section().isOfCompany(own) || !Objects.equals(chosenFirst.get(name), chosen.get(name))) {
                own.add(name);
            }
        }
        return entries.stream().filter(entry -> own.contains(entry.name())).toList();
    }

    private static boolean saysWhose(Finding finding) {
        return finding instanceof Finding.Unready(Problem problem)
                && (problem instanceof Problem.OrganizationNotFound
                        || problem instanceof Problem.OrganizationHasNoBankAccount);
    }

    /** A set that is not published was seen in the list of sets. */
    private static List<Finding> unready(Survey survey) {
        return survey.problems().stream()
                .filter(problem -> !(problem instanceof Problem.NotPublished))
                .<Finding>map(Finding.Unready::new)
                .toList();
    }

    /** A typical agreement of Управление торговлей says whether its orders go by contracts. */
    private List<Finding> agreement(Tenant company, List<BaseEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.name().equals("agreement"))
                .flatMap(entry -> agreement(company, entry))
                .toList();
    }

    private Stream<Finding> agreement(Tenant company, BaseEntry entry) {
        Section section = entry.section();
        String contracts = section.text("contracts");
        ODataAddress typical = ODataAddress.ofSet(company.onec().address(), section.set())
                .filter(ODataFilter.all(BaseLookup.filters(company, entry, Map.of())))
                .select(section.selecting(contracts));
        return client.list(company, typical).map(BaseLookup::living).map(Stream::toList)
                                instanceof Reply.Got<List<JsonNode>>(List<JsonNode> living)
                        && living.size() == 1
                ? disagreement(company, Field.of(living.getFirst(), contracts).flag())
                : Stream.empty();
    }

    private static Stream<Finding> disagreement(Tenant company, boolean used) {
        Contracts agreement = used ? Contracts.USED : Contracts.NOT_USED;
        boolean made = company.makes().contains(OneCKind.CONTRACT);
        return made == (agreement == Contracts.USED)
                ? Stream.empty()
                : Stream.of(new Finding.AgreementDisagrees(agreement));
    }
}
