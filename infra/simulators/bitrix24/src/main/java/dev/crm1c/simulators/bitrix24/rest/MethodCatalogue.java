package dev.crm1c.simulators.bitrix24.rest;

import dev.crm1c.simulators.bitrix24.rest.User.CrmRights;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The methods that this portal has, by name in any case, and the scope that each needs. */
public final class MethodCatalogue {
    /** Whether a method may be called through an incoming webhook. */
    private enum Context {
        ANY,
        APPLICATION
    }

    private record Entry(Set<String> anyScope, Context context, RestMethod method) {}

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
        methods.put(name, new Entry(anyScope, Context.ANY, method));
        return this;
    }

    /** A method of an application's own, refused to webhooks whatever their scopes. */
    public MethodCatalogue forApplications(String name, Set<String> anyScope, RestMethod method) {
        methods.put(name, new Entry(anyScope, Context.APPLICATION, method));
        return this;
    }

    RestMethod find(String name, Caller caller) {
        String lower = name.toLowerCase(Locale.ROOT);
        Entry entry = methods.get(lower);
        if (entry == null) {
            throw unknown(lower, caller).refusal();
        }
        if (entry.context == Context.APPLICATION && caller.application().isEmpty()) {
            throw contextRequired(lower).refusal();
        }
        if (!entry.anyScope.isEmpty() && caller.scopes().stream().noneMatch(entry.anyScope::contains)) {
            throw SystemErrors.INSUFFICIENT_SCOPE.refusal();
        }
        requireCrmRights(lower, caller);
        return entry.method;
    }

    /** The new methods say so with a code, the old ones with a text alone (bitrix24.md §4.1, §5.2). */
    private static void requireCrmRights(String name, Caller caller) {
        if (name.startsWith("crm.") && caller.user().crm() == CrmRights.NONE) {
            throw (name.startsWith("crm.item.")
                            ? RestError.of(400, "ACCESS_DENIED", "Доступ запрещен")
                            : RestError.old("Access denied."))
                    .refusal();
        }
    }

    private static RestError contextRequired(String name) {
        return name.equals("app.info") ? SystemErrors.APPLICATION_CONTEXT_REQUIRED : SystemErrors.WRONG_AUTH_TYPE;
    }

    private static RestError unknown(String name, Caller caller) {
        if (caller.application().isPresent()) {
            return SystemErrors.METHOD_NOT_FOUND;
        }
        boolean applicationOnly = APPLICATION_ONLY.stream()
                .anyMatch(known -> known.endsWith(".") ? name.startsWith(known) : name.equals(known));
        return applicationOnly ? SystemErrors.WRONG_AUTH_TYPE : SystemErrors.METHOD_NOT_FOUND;
    }
}
