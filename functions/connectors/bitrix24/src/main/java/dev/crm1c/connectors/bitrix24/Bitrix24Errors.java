package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * What a refusal means for the work at hand. Codes come in both cases, as numbers or empty, so status and code decide together;
 * texts never do. Source: reference "bitrix24", 4.1–4.2.
 */
@ApplicationScoped
class Bitrix24Errors {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration RATE_PAUSE = Duration.ofSeconds(10);
    private static final Duration OPERATING_PAUSE = Duration.ofMinutes(10);
    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofHours(1);

    private final Clock clock;

    Bitrix24Errors(Clock clock) {
        this.clock = clock;
    }

    /**
     * A vendor's error code, upper-cased; the old methods give an empty one.
     *
     * @param description for reading, never for deciding, and never for the log: it may quote data
     */
    record Code(String code, String description) {
        static Code of(JsonNode error) {
            return new Code(
                    error.path("error").asText().toUpperCase(Locale.ROOT),
                    error.path("error_description").asText());
        }

        boolean isUnknownMethod() {
            return code.equals("ERROR_METHOD_NOT_FOUND");
        }

        /** The old methods name no code; their descriptions say "Not found" or "… is not found". */
        boolean isNotFound() {
            return code.equals("NOT_FOUND")
                    || code.isEmpty() && description.toLowerCase(Locale.ROOT).contains("not found");
        }
    }

    Outcome meaning(int status, Code code) {
        return switch (code.code()) {
            case "QUERY_LIMIT_EXCEEDED" -> later(RATE_PAUSE, Delay.CRM_LIMIT_REACHED);
            case "OPERATION_TIME_LIMIT" -> later(OPERATING_PAUSE, Delay.CRM_LIMIT_REACHED);
            case "OVERLOAD_LIMIT" -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_LIMIT_REACHED);
            case "PORTAL_DELETED" -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_ADDRESS_WRONG);
            case "EXPIRED_TOKEN",
                    "INVALID_TOKEN",
                    "NO_AUTH_FOUND",
                    "INVALID_CREDENTIALS",
                    "ACCESS_DENIED",
                    "INSUFFICIENT_SCOPE",
                    "USER_ACCESS_ERROR",
                    "ALLOWED_ONLY_INTRANET_USER",
                    "WRONG_AUTH_TYPE",
                    "ERROR_METHOD_NOT_FOUND" -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_ACCESS_REFUSED);
            default -> byStatus(status);
        };
    }

    /** An answer that is not the REST service's: a proxy's page, a login form, a redirect. */
    Outcome byStatus(int status) {
        return switch (status) {
            case 301, 302, 307, 308, 404, 410 -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_ADDRESS_WRONG);
            case 401, 403 -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_ACCESS_REFUSED);
            default -> later(SOON, Delay.CRM_ANSWER_UNCLEAR);
        };
    }

    Outcome unreachable() {
        return later(SOON, Delay.CRM_UNREACHABLE);
    }

    Outcome forbiddenAddress() {
        return later(UNTIL_SOMEBODY_ACTS, Delay.CRM_ADDRESS_WRONG);
    }

    Outcome noCredential() {
        return later(UNTIL_SOMEBODY_ACTS, Delay.CRM_ACCESS_REFUSED);
    }

    private Outcome later(Duration pause, Delay why) {
        return new Outcome.Later(clock.instant().plus(pause), why);
    }
}
