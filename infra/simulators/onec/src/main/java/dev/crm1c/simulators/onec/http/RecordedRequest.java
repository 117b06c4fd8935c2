package dev.crm1c.simulators.onec.http;

/**
 * A request as it came, percents decoded.
 *
 * @param status what was answered, 0 while it is being worked on or when no answer was sent at all
 */
public record RecordedRequest(String method, String path, String query, int status) {}
