package dev.crm1c.simulators.bitrix24.rest;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request to the REST API, while it is served. Changes that are saved meanwhile belong to it: its auth_connector
 * keeps them out of the queue of that connector (bitrix24.md §2.6).
 */
public final class Hit {
    private static final ScopedValue<Hit> CURRENT = ScopedValue.newInstance();

    private final Optional<String> clientId;
    private final String connector;

    private Hit(Optional<String> clientId, String connector) {
        this.clientId = clientId;
        this.connector = connector;
    }

    /** Empty where a person, a robot or a test changes the portal. */
    public static Optional<Hit> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    static <T> T serve(Caller caller, Params params, Supplier<T> work) {
        Hit hit = new Hit(caller.application(), params.exact("auth_connector").asText(""));
        return ScopedValue.where(CURRENT, hit).call(work::get);
    }

    /** Whether the application itself made this request under the name of that connector. */
    public boolean isOf(String application, String itsConnector) {
        return !connector.isEmpty() && connector.equals(itsConnector) && clientId.equals(Optional.of(application));
    }
}
