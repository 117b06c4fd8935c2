package dev.crm1c.simulators.bitrix24.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A request that the portal has had.
 *
 * @param method as it was spelled
 * @param params of the whole request; for a batch that is its cmd and halt
 * @param commands the methods inside a batch, in order
 * @param status 0 when no answer was sent
 * @param error the error code of the answer, empty when there is none
 */
public record RequestRecord(
        Instant at, String clientIp, String method, JsonNode params, List<String> commands, int status, String error) {

    /** Refused by the limit of intensity, before anything was done. */
    public boolean overLimit() {
        return status == 503 && error.equals("QUERY_LIMIT_EXCEEDED");
    }
}
