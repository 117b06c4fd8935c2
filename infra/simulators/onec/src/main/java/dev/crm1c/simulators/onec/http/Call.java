package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.access.User;
import dev.crm1c.simulators.onec.wire.Representation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of the OData service, past the web server and the session. */
record Call(
        String method,
        List<String> segments,
        Map<String, String> options,
        Representation form,
        Optional<String> ifMatch,
        RequestBody body,
        String root,
        User user) {

    boolean is(String wanted) {
        return method.equals(wanted);
    }
}
