package dev.crm1c.simulators.bitrix24.rest;

import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The methods that this portal has, by name in any case, and the scope that each needs. */
public final class MethodCatalogue {
    private record Entry(Set<String> anyScope, RestMethod method) {}

    /** Bound to an application's context, whatever the webhook's scope (bitrix24.md §1.1 [doc]). */
    private static final List<String> APPLICATION_ONLY = List.of(
            "placement.",
            "bizproc.robot.",
            "bizproc.activity.",
            "event.bind",
            "event.get",
            "event.unbind",
            "event.offline.",
            "events");

    private final Map<String, Entry> methods = new LinkedHashMap<>();

    public MethodCatalogue with(String name, Set<String> anyScope, RestMethod method) {
        methods.put(name, new Entry(anyScope, method));
        return this;
    }

    RestMethod find(String name, Caller caller) {
        String lower = name.toLowerCase(Locale.ROOT);
        Entry entry = methods.get(lower);
        if (entry == null) {
            throw unknown(lower).refusal();
        }
        if (!entry.anyScope.isEmpty() && caller.scopes().stream().noneMatch(entry.anyScope::contains)) {
            throw SystemErrors.INSUFFICIENT_SCOPE.refusal();
        }
        return entry.method;
    }

    private static RestError unknown(String name) {
        if (name.equals("app.info")) {
            return SystemErrors.APPLICATION_CONTEXT_REQUIRED;
        }
        boolean applicationOnly = APPLICATION_ONLY.stream()
                .anyMatch(known -> known.endsWith(".") ? name.startsWith(known) : name.equals(known));
        return applicationOnly ? SystemErrors.WRONG_AUTH_TYPE : SystemErrors.METHOD_NOT_FOUND;
    }
}
