package dev.crm1c.connectors.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.portal.PortalFinding;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Writes the journal as JSON log lines and counts as metric lines. */
@ApplicationScoped
class JournalOfLogs implements Journal {
    private static final Logger LOG = Logger.getLogger("crm1c");
    private static final String NOBODY = "-";

    private final Clock clock;
    private final String function;
    private final PrintStream metrics = System.out;
    private final ObjectMapper json = new ObjectMapper();

    JournalOfLogs(
            Clock clock, @ConfigProperty(name = "quarkus.lambda.handler", defaultValue = "unknown") String function) {
        this.clock = clock;
        this.function = function;
    }

    @Override
    public void received(ChangeNotice notice) {
        log("received", fields(notice));
        count("Received", notice.tenant().value(), 1);
    }

    @Override
    public void ofNoInterest(TenantId tenant, String event) {
        log("of no interest", Map.of("tenant", tenant.value(), "event", event));
        count("OfNoInterest", tenant.value(), 1);
    }

    @Override
    public void turnedAway(TenantId tenant, String why) {
        log("turned away", Map.of("tenant", tenant.value(), "why", why));
        count("TurnedAway", tenant.value(), 1);
    }

    @Override
    public void installed(TenantId tenant) {
        log("installed", Map.of("tenant", tenant.value()));
        count("Installed", tenant.value(), 1);
    }

    @Override
    public void uninstalled(TenantId tenant) {
        log("uninstalled", Map.of("tenant", tenant.value()));
        count("Uninstalled", tenant.value(), 1);
    }

    @Override
    public void rehearsed(TenantId tenant, CrmRef deal, List<String> plan) {
        log(
                "rehearsed",
                Map.of(
                        "tenant", tenant.value(),
                        "kind", deal.kind().wireName(),
                        "id", deal.id(),
                        "plan", String.join("; ", plan)));
        count("Rehearsed", tenant.value(), 1);
    }

    @Override
    public void settled(ChangeNotice notice, Outcome outcome) {
        var fields = new HashMap<>(fields(notice));
        fields.putAll(details(outcome));
        log("settled", fields);
        count(outcome.getClass().getSimpleName(), notice.tenant().value(), 1);
    }

    @Override
    public void buried(String messageId) {
        log("buried", Map.of("messageId", messageId));
        count("Buried", NOBODY, 1);
    }

    @Override
    public void broke(String messageId, RuntimeException cause) {
        LOG.errorf(cause, "message %s returns to the queue", messageId);
        count("Broke", NOBODY, 1);
    }

    @Override
    public void woken(int count) {
        log("woken", Map.of("count", Integer.toString(count)));
        count("Woken", NOBODY, count);
    }

    @Override
    public void examined(TenantId tenant, Diagnosis diagnosis) {
        String findings = diagnosis.findings().stream().map(Finding::code).collect(Collectors.joining(","));
        log("examined", Map.of("tenant", tenant.value(), "findings", findings));
        count("Findings", tenant.value(), diagnosis.findings().size());
    }

    @Override
    public void examined(TenantId tenant, PortalDiagnosis diagnosis) {
        String findings = diagnosis.findings().stream().map(PortalFinding::code).collect(Collectors.joining(","));
        log("portal examined", Map.of("tenant", tenant.value(), "findings", findings));
        count("PortalFindings", tenant.value(), diagnosis.findings().size());
    }

    private static Map<String, String> fields(ChangeNotice notice) {
        return Map.of(
                "tenant", notice.tenant().value(),
                "kind", notice.subject().kind().wireName(),
                "id", notice.subject().id(),
                "cause", notice.cause().wireName(),
                "noticedAt", notice.noticedAt().toString());
    }

    private static Map<String, String> details(Outcome outcome) {
        String name = outcome.getClass().getSimpleName();
        return switch (outcome) {
            case Outcome.Applied(String number) -> Map.of("outcome", name, "document", number);
            case Outcome.Unchanged(var because) -> Map.of("outcome", name, "because", because.name());
            case Outcome.NeedsPeople needs ->
                Map.of(
                        "outcome",
                        name,
                        "problems",
                        needs.problems().stream().map(Problem::code).collect(Collectors.joining(",")));
            case Outcome.Later(var until, var why) ->
                Map.of("outcome", name, "until", until.toString(), "why", why.name());
            case Outcome.Refused(String reason) -> Map.of("outcome", name, "reason", reason);
        };
    }

    private static void log(String message, Map<String, String> fields) {
        fields.forEach(MDC::put);
        try {
            LOG.info(message);
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }

    private void count(String metric, String tenant, long count) {
        metrics.println(new MetricLine(clock.instant(), function, metric, count).json(json, tenant));
    }
}
