package dev.crm1c.admin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.crm1c.admin.LoadTenant.Result;
import dev.crm1c.model.port.TenantFile.Fault;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** For those who run a deployment, invoked directly: {@code {"task":"load-tenant","file":"tenant: demo\n…"}}. */
@Named("admin")
public class AdminHandler implements RequestHandler<Map<String, String>, Map<String, Object>> {
    private final LoadTenant loadTenant;

    public AdminHandler(LoadTenant loadTenant) {
        this.loadTenant = loadTenant;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, String> event, Context context) {
        return switch (event.getOrDefault("task", "")) {
            case "load-tenant" -> answer(loadTenant.load(event.getOrDefault("file", "")));
            default -> throw new IllegalArgumentException("unknown task; known: load-tenant");
        };
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
