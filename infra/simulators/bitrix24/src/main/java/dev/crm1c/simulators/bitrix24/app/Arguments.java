package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Arguments of the methods of applications, in upper or lower case. */
record Arguments(Params params, int statusOfMistake) {

    /** Documented of placement.bind: an error in the body of a 200 (bitrix24.md §3.2). */
    static Arguments mistakenWithSuccess(Params params) {
        return new Arguments(params, 200);
    }

    static Arguments of(Params params) {
        return new Arguments(params, 400);
    }

    String required(String name) {
        String value = params.text(name);
        if (value.isBlank()) {
            throw RestError.of(
                            statusOfMistake,
                            "ERROR_ARGUMENT",
                            "Argument '" + name.toUpperCase(Locale.ROOT) + "' is null or empty")
                    .with("argument", name.toUpperCase(Locale.ROOT))
                    .refusal();
        }
        return value;
    }

    /** An address that can be called; everything else is refused with the given error. */
    URI requiredAddress(String name, RestError otherwise) {
        return address(required(name)).orElseThrow(otherwise::refusal);
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            boolean callable = address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
            return callable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
