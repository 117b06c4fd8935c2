package dev.crm1c.simulators.bitrix24.wire;

/** The errors of bitrix24.md §4.2 [doc], word for word. */
public final class SystemErrors {
    public static final RestError QUERY_LIMIT_EXCEEDED = RestError.of(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
    public static final RestError OPERATION_TIME_LIMIT =
            RestError.of(429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit.");
    public static final RestError OVERLOAD_LIMIT =
            RestError.of(503, "OVERLOAD_LIMIT", "REST API is blocked due to overload");
    public static final RestError NO_AUTH_FOUND = RestError.of(401, "NO_AUTH_FOUND", "Wrong authorization data");
    /** Documented with 403, seen with 401 for a wrong webhook. */
    public static final RestError INVALID_CREDENTIALS =
            RestError.of(401, "INVALID_CREDENTIALS", "Invalid request credentials");

    /** As documented: what the webhook of somebody who was dismissed gets here. */
    public static final RestError CREDENTIALS_REVOKED =
            RestError.of(403, "INVALID_CREDENTIALS", "Invalid request credentials");

    public static final RestError EXPIRED_TOKEN =
            RestError.of(401, "expired_token", "The access token provided has expired.");
    public static final RestError USER_ACCESS_ERROR =
            RestError.of(403, "user_access_error", "The user does not have access to the application.");
    public static final RestError ACCESS_DENIED = RestError.of(403, "ACCESS_DENIED", "Access denied!");
    public static final RestError INSUFFICIENT_SCOPE = RestError.of(
            403, "insufficient_scope", "The request requires higher privileges than provided by the webhook token");
    public static final RestError REST_NOT_IN_PLAN =
            RestError.of(403, "ACCESS_DENIED", "REST API is available only on commercial plans");
    public static final RestError BATCH_METHOD_NOT_ALLOWED =
            RestError.of(405, "ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage");
    public static final RestError BATCH_LENGTH_EXCEEDED =
            RestError.of(400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded");
    public static final RestError INTERNAL_SERVER_ERROR =
            RestError.of(500, "INTERNAL_SERVER_ERROR", "Internal server error");
    public static final RestError PORTAL_DELETED = RestError.of(500, "PORTAL_DELETED", "Portal was deleted");
    public static final RestError METHOD_NOT_FOUND = RestError.of(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
    /** Methods that live in the context of an application only (bitrix24.md §1.1). */
    public static final RestError WRONG_AUTH_TYPE = RestError.of(
            403,
            "WRONG_AUTH_TYPE",
            "Current authorization type is denied for this method Application context required");

    public static final RestError APPLICATION_CONTEXT_REQUIRED =
            RestError.of(403, "ACCESS_DENIED", "Application context required");

    private SystemErrors() {}
}
