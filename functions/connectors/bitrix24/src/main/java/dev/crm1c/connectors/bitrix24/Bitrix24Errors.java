package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What a refusal means for the work at hand. Codes come in both cases, as numbers or empty, so status and code decide together;
 * texts never do. Source: reference "bitrix24", 4.1–4.2.
 */
@ApplicationScoped
class Bitrix24Errors {
    private static final Duration SOON = Duration.ofMinutes(1);
    /** A method may run for 60 s after we have stopped listening (reference, 4.1); who looks earlier may not see what it makes. */
    private static final Duration UNTIL_A_LATE_WRITE_SHOWS = Duration.ofMinutes(2);

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
                    error.path("error").asText().strip().toUpperCase(Locale.ROOT),
                    error.path("error_description").asText());
        }

        /** The old methods name no code; their descriptions say "Not found" or "… is not found". */
        boolean isNotFound() {
            return code.equals("NOT_FOUND") || code.isEmpty() && says("not found");
        }

        boolean says(String words) {
            return description.toLowerCase(Locale.ROOT).contains(words);
        }
    }

    Outcome meaning(int status, Code code) {
        return meaning(Refusals.of(status, code));
    }

    /** An answer that is not the REST service's: a proxy's page, a login form, a redirect. */
    Outcome byStatus(int status) {
        return meaning(Refusals.of(status));
    }

    Outcome.Later meaning(Refusal refusal) {
        return switch (refusal) {
            case TOO_MANY_REQUESTS -> later(RATE_PAUSE, Delay.CRM_LIMIT_REACHED);
            case METHOD_OUT_OF_TIME -> later(OPERATING_PAUSE, Delay.CRM_LIMIT_REACHED);
            case BLOCKED -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_BLOCKED);
            case PORTAL_GONE, ADDRESS_WRONG, HTTPS_REQUIRED -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_ADDRESS_WRONG);
            case NOT_IN_PLAN,
                    NO_SUCH_WEBHOOK,
                    INSUFFICIENT_SCOPE,
                    NO_RIGHT,
                    NO_ACCESS_TO_APPLICATION,
                    WRONG_AUTH_TYPE,
                    METHOD_UNKNOWN,
                    NO_SECRET -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_ACCESS_REFUSED);
            case NOT_INSTALLED -> later(UNTIL_SOMEBODY_ACTS, Delay.CRM_APPLICATION_NOT_INSTALLED);
            case TOKEN_EXPIRED -> later(SOON, Delay.CRM_ACCESS_REFUSED);
            case NOT_FOUND, REQUEST_REFUSED, UNCLEAR -> later(SOON, Delay.CRM_ANSWER_UNCLEAR);
            case SILENT, UNREACHABLE -> later(SOON, Delay.CRM_UNREACHABLE);
        };
    }

    /** What the whole request comes to. What may have been written all the same is not looked for before it must show. */
    Answer answer(Refusal refusal, Effect effect) {
        boolean unclear = refusal == Refusal.UNCLEAR || refusal == Refusal.SILENT;
        if (!unclear || effect == Effect.READS) {
            return new Answer.Refused(refusal, meaning(refusal));
        }
        return new Answer.MayBeDone(
                refusal, later(UNTIL_A_LATE_WRITE_SHOWS, meaning(refusal).why()));
    }

    Outcome.Later outOfTime(Instant opens) {
        return new Outcome.Later(opens, Delay.CRM_LIMIT_REACHED);
    }

    private Outcome.Later later(Duration pause, Delay why) {
        return new Outcome.Later(clock.instant().plus(pause), why);
    }
}
