package dev.crm1c.admin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.crm1c.admin.LoadTenant.Result;
import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.port.TenantFile.Fault;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.tenant.TenantId;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * For those who run a deployment, invoked directly: {@code {"task":"load-tenant","file":"tenant: demo\n…"}},
 * {@code {"task":"check-1c","tenant":"demo"}}, {@code check-crm}, {@code set-up-crm}; and by a schedule: {@code {"task":"check-stale-1c"}}.
 */
@Named("admin")
public class AdminHandler implements RequestHandler<Map<String, String>, Map<String, Object>> {
    /** A base's examination may take so long: its description alone half a minute. */
    private static final int LONGEST_EXAMINATION_MILLIS = 240_000;

    private final LoadTenant loadTenant;
    private final CheckConnection checkConnection;
    private final CheckPortal checkPortal;
    private final SetUpPortal setUpPortal;

    public AdminHandler(
            LoadTenant loadTenant, CheckConnection checkConnection, CheckPortal checkPortal, SetUpPortal setUpPortal) {
        this.loadTenant = loadTenant;
        this.checkConnection = checkConnection;
        this.checkPortal = checkPortal;
        this.setUpPortal = setUpPortal;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, String> event, Context context) {
        return switch (event.getOrDefault("task", "")) {
            case "load-tenant" -> answer(loadTenant.load(event.getOrDefault("file", "")));
            case "check-1c" -> ofTenant(event, id -> checkConnection.check(id).map(AdminHandler::answer));
            case "check-crm" -> ofTenant(event, id -> checkPortal.check(id).map(AdminHandler::answer));
            case "set-up-crm" -> ofTenant(event, id -> setUpPortal.setUp(id).map(AdminHandler::answer));
            case "check-stale-1c" ->
                Map.of(
                        "checked",
                        checkConnection.checkStale(
                                () -> context.getRemainingTimeInMillis() > LONGEST_EXAMINATION_MILLIS));
            default ->
                throw new IllegalArgumentException(
                        "unknown task; known: load-tenant, check-1c, check-stale-1c, check-crm, set-up-crm");
        };
    }

    private static Map<String, Object> ofTenant(
            Map<String, String> event, Function<TenantId, Optional<Map<String, Object>>> task) {
        return TenantId.parse(event.getOrDefault("tenant", ""))
                .flatMap(task)
                .orElseThrow(() -> new IllegalArgumentException("no such tenant"));
    }

    private static Map<String, Object> answer(SetUpPortal.Result result) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "pieces",
                result.pieces().stream()
                        .map(piece -> Map.of(
                                "sort", piece.sort().name(),
                                "name", piece.name(),
                                "standing", piece.standing().name()))
                        .toList());
        answer.putAll(answer(result.diagnosis()));
        return answer;
    }

    private static Map<String, Object> answer(PortalDiagnosis diagnosis) {
        return Map.of(
                "findings",
                diagnosis.findings().stream()
                        .map(finding -> Map.of(
                                "code", finding.code(),
                                "weight", finding.weight().name(),
                                "advice", PortalAdvice.of(finding)))
                        .toList(),
                "suggestions",
                SuggestScenarios.from(diagnosis.pipelines()).stream()
                        .map(suggestion -> Map.of(
                                "pipeline", suggestion.pipeline(),
                                "stage", suggestion.stage(),
                                "line", suggestion.line()))
                        .toList(),
                "report",
                PortalAdvice.lines(diagnosis));
    }

    private static Map<String, Object> answer(Diagnosis diagnosis) {
        return Map.of(
                "findings",
                diagnosis.findings().stream()
                        .map(finding -> Map.of(
                                "code", finding.code(),
                                "weight", finding.weight().name(),
                                "advice", OneCAdvice.of(finding)))
                        .toList(),
                "report",
                OneCAdvice.lines(diagnosis));
    }

    private static Map<String, Object> answer(Result result) {
        return switch (result) {
            case Result.Loaded(var tenant) -> Map.of("loaded", tenant.value());
            case Result.Rejected(List<Fault> faults) ->
                Map.of(
                        "faults",
                        faults.stream()
                                .map(fault -> Map.of(
                                        "line", fault.line(), "field", fault.field(), "message", fault.message()))
                                .toList());
        };
    }
}
