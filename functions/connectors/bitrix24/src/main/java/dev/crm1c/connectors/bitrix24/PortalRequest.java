package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One HTTP request's worth of work.
 *
 * @param commands methods by the names of a batch's commands; empty for a single method
 */
record PortalRequest(String method, ObjectNode parameters, Effect effect, Map<String, String> commands) {

    static PortalRequest of(String method, ObjectNode parameters) {
        return new PortalRequest(method, parameters, Effect.of(method), Map.of());
    }

    static PortalRequest of(Batch batch) {
        return new PortalRequest("batch", batch.json(), batch.effect(), batch.methods());
    }

    /** Everything whose time on the portal's server it may use up. */
    Set<String> methods() {
        var all = new TreeSet<>(commands.values());
        all.add(method);
        return all;
    }

    /** What it changes does not come back to us in the portal's list of changes (reference "bitrix24", 2.6). */
    PortalRequest signedBy(String connector) {
        return new PortalRequest(method, parameters.deepCopy().put("auth_connector", connector), effect, commands);
    }
}
