package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.Bitrix24Errors.Code;
import dev.crm1c.model.port.RequestBudget;
import dev.crm1c.model.portal.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the portal's limits in the budget that all workers share: what it refused, and what its methods have used of its server's time. Whether a
 * batch is billed to its commands or to {@code batch} is told in two ways, so both are watched. Source: reference "bitrix24", 4.2–4.4.
 */
@ApplicationScoped
class PortalLimits {
    /** Of 480 s in ten minutes; whoever reaches all of it is refused. */
    private static final double NEARLY_OUT_OF_TIME = 0.8 * 480;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final RequestBudget budget;
    private final Bitrix24Errors errors;
    private final Clock clock;

    PortalLimits(RequestBudget budget, Bitrix24Errors errors, Clock clock) {
        this.budget = budget;
        this.errors = errors;
        this.clock = clock;
    }

    RequestBudget.Grant take(URI portal, Pace pace, PortalRequest request) {
        return budget.take(portal.getRawAuthority(), pace, request.methods());
    }

    void note(URI portal, Pace pace, PortalRequest request, Heard heard) {
        var told = new Told(portal.getRawAuthority(), pace);
        switch (heard) {
            case Heard.Failure(int status, Code code, JsonNode time) -> {
                told.refused(request.method(), Refusals.of(status, code), time);
                told.spent(request.method(), time);
            }
            case Heard.Result(JsonNode value, JsonNode time) -> {
                told.spent(request.method(), time);
                told.commands(request, value);
            }
            case Heard.Strange _, Heard.Redirect _, Heard.Silence _, Heard.NobodyThere _ -> {}
        }
    }

    /** When a method may be called again; the whole window when the portal does not say it, or says what cannot be. */
    Instant opens(JsonNode time) {
        Instant now = clock.instant();
        Instant latest = now.plus(WINDOW);
        long said = time.path("operating_reset_at").asLong();
        boolean possible = said > now.getEpochSecond() && said < latest.getEpochSecond();
        return possible ? Instant.ofEpochSecond(said) : latest;
    }

    private final class Told {
        private final String portal;
        private final Pace pace;

        private Told(String portal, Pace pace) {
            this.portal = portal;
            this.pace = pace;
        }

        private void commands(PortalRequest request, JsonNode result) {
            request.commands().forEach((name, method) -> {
                JsonNode time = BatchAnswer.named(result.path("result_time"), name);
                JsonNode error = BatchAnswer.named(result.path("result_error"), name);
                spent(method, time);
                if (!error.isMissingNode()) {
                    refused(method, Refusals.of(200, Code.of(error)), time);
                }
            });
        }

        private void refused(String method, Refusal refusal, JsonNode time) {
            switch (refusal) {
                case TOO_MANY_REQUESTS, BLOCKED ->
                    budget.refuseUntil(portal, pace, errors.meaning(refusal).until());
                case METHOD_OUT_OF_TIME -> budget.closeUntil(portal, method, opens(time));
                default -> {}
            }
        }

        private void spent(String method, JsonNode time) {
            if (time.path("operating").asDouble() >= NEARLY_OUT_OF_TIME) {
                budget.closeUntil(portal, method, opens(time));
            }
        }
    }
}
