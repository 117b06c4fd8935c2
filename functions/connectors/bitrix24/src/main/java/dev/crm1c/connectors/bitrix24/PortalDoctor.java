package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.port.CrmDoctor;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.portal.PortalDiagnosis.Vitals;
import dev.crm1c.model.portal.PortalDiagnosis.Way;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.PortalFinding;
import dev.crm1c.model.portal.PortalFinding.Part;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Examines a portal by reading: may we in, are we whom we must be, is everything there that the tenant file names. */
@ApplicationScoped
class PortalDoctor implements CrmDoctor {
    private final Bitrix24Client client;
    private final Callers callers;
    private final Portals portals;
    private final DealFieldDesk fields;
    private final Bitrix24Dictionaries dictionaries;
    private final ApplicationBinding binding;

    PortalDoctor(
            Bitrix24Client client,
            Callers callers,
            Portals portals,
            DealFieldDesk fields,
            Bitrix24Dictionaries dictionaries,
            ApplicationBinding binding) {
        this.client = client;
        this.callers = callers;
        this.portals = portals;
        this.fields = fields;
        this.dictionaries = dictionaries;
        this.binding = binding;
    }

    @Override
    public PortalDiagnosis examine(Tenant tenant) {
        return switch (callers.of(tenant)) {
            case Caller.Nobody(Refusal why) -> uncallable(why);
            case Caller.Known caller ->
                switch (client.answer(tenant, introductions())) {
                    case Answer.Result(JsonNode value) -> examined(tenant, caller, new BatchAnswer(value));
                    case Answer.Refused(Refusal why, var _) -> uncallable(why);
                    case Answer.MayBeDone(Refusal why, var _) -> uncallable(why);
                    case Answer.NotAsked _ -> uncallable(Refusal.TOO_MANY_REQUESTS);
                };
        };
    }

    private static PortalDiagnosis uncallable(Refusal why) {
        return new PortalDiagnosis(
                List.of(new PortalFinding.NotCallable(Symptoms.reason(why))), new Vitals.Unknown(), List.of());
    }

    private static Batch introductions() {
        var batch = new Batch(Batch.AfterError.GO_ON);
        batch.command("profile", "profile");
        batch.command("scope", "scope");
        batch.command("employee", "user.current");
        return batch;
    }

    private PortalDiagnosis examined(Tenant tenant, Caller.Known caller, BatchAnswer introductions) {
        var findings = new ArrayList<PortalFinding>();
        Way way = caller instanceof Caller.Application ? Way.APPLICATION : Way.INCOMING_WEBHOOK;
        Set<String> scopes = scopes(introductions);
        PortalFacts facts = portals.find(tenant.id());
        if (facts.whereabouts() instanceof Whereabouts.Moved(var before, var now)
                && tenant.crm().address().equals(before)) {
            findings.add(new PortalFinding.Moved(now));
        }
        findings.addAll(Symptoms.ofIntroductions(introductions, scopes, way));
        fields(tenant, findings);
        List<Pipeline> pipelines = pipelines(tenant, findings);
        dictionaries(tenant, scopes, findings);
        if (way == Way.APPLICATION) {
            bindings(tenant, facts, findings);
        }
        return new PortalDiagnosis(findings, new Vitals.Known(way, scopes, facts.pace()), pipelines);
    }

    private static Set<String> scopes(BatchAnswer introductions) {
        var scopes = new TreeSet<String>();
        introductions.valueOrMissing("scope").forEach(scope -> scopes.add(scope.asText()));
        return scopes;
    }

    private void fields(Tenant tenant, List<PortalFinding> findings) {
        switch (fields.types(tenant)) {
            case Reply.Got<Map<String, String>>(var types) ->
                findings.addAll(Symptoms.ofFields(tenant.crm().fields(), types));
            case Reply.Stopped<Map<String, String>> _ ->
                findings.add(new PortalFinding.FieldsMissing(
                        tenant.crm().fields().values().stream().sorted().toList()));
        }
    }

    private List<Pipeline> pipelines(Tenant tenant, List<PortalFinding> findings) {
        return switch (dictionaries.pipelines(tenant, new Pipeline.Of.Deals())) {
            case Reply.Got<List<Pipeline>>(var pipelines) -> {
                findings.addAll(Symptoms.ofPipelines(tenant.scenarios(), pipelines));
                yield pipelines;
            }
            case Reply.Stopped<List<Pipeline>> _ -> {
                findings.add(new PortalFinding.PartUnreadable(Part.PIPELINES));
                yield List.of();
            }
        };
    }

    private void dictionaries(Tenant tenant, Set<String> scopes, List<PortalFinding> findings) {
        judged(
                dictionaries
                        .sellers(tenant)
                        .map(sellers -> Symptoms.ofSellers(tenant.terms().sellers(), sellers)),
                Part.SELLERS,
                findings);
        judged(dictionaries.requisitePresets(tenant).map(Symptoms::ofPresets), Part.REQUISITE_PRESETS, findings);
        if (scopes.contains("catalog")) {
            judged(dictionaries.catalogueWords(tenant).map(Symptoms::ofCatalogue), Part.CATALOGUE, findings);
        }
    }

    private void bindings(Tenant tenant, PortalFacts facts, List<PortalFinding> findings) {
        judged(
                binding.bound(tenant).map(bound -> Symptoms.ofBindings(bound, facts.channel())),
                Part.BINDINGS,
                findings);
    }

    private static void judged(Reply<List<PortalFinding>> found, Part part, List<PortalFinding> findings) {
        switch (found) {
            case Reply.Got<List<PortalFinding>>(var all) -> findings.addAll(all);
            case Reply.Stopped<List<PortalFinding>> _ -> findings.add(new PortalFinding.PartUnreadable(part));
        }
    }
}
