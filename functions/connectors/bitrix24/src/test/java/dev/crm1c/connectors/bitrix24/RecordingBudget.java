package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.port.RequestBudget;
import dev.crm1c.model.portal.Pace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Grants everything but what was closed, and remembers what it was told. */
final class RecordingBudget implements RequestBudget {
    record Taken(String portal, Pace pace, Set<String> methods) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    final Map<String, Instant> refusedUntil = new ConcurrentHashMap<>();
    final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();

    @Override
    public Grant take(String portal, Pace pace, Set<String> methods) {
        taken.add(new Taken(portal, pace, methods));
        return methods.stream()
                .filter(closedUntil::containsKey)
                .findFirst()
                .<Grant>map(method -> new Grant.ComeBackAt(closedUntil.get(method)))
                .orElseGet(Grant.Granted::new);
    }

    @Override
    public void refuseUntil(String portal, Pace pace, Instant until) {
        refusedUntil.put(portal, until);
    }

    @Override
    public void closeUntil(String portal, String method, Instant until) {
        closedUntil.put(method, until);
    }
}
