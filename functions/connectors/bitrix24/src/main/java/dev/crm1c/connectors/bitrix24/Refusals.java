package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.Bitrix24Errors.Code;

/** The portal's words as ours. The code decides wherever there is one; the same code comes with several statuses, with 200 among them. */
final class Refusals {
    private static final int SERVER_ERRORS = 500;

    private Refusals() {}

    static Refusal of(int status, Code code) {
        return switch (code.code()) {
            case "QUERY_LIMIT_EXCEEDED" -> Refusal.TOO_MANY_REQUESTS;
            case "OPERATION_TIME_LIMIT" -> Refusal.METHOD_OUT_OF_TIME;
            case "OVERLOAD_LIMIT" -> Refusal.BLOCKED;
            case "PORTAL_DELETED" -> Refusal.PORTAL_GONE;
            case "EXPIRED_TOKEN", "INVALID_TOKEN" -> Refusal.TOKEN_EXPIRED;
            case "NO_AUTH_FOUND", "INVALID_CREDENTIALS" -> Refusal.NO_SUCH_WEBHOOK;
            case "INSUFFICIENT_SCOPE" -> Refusal.INSUFFICIENT_SCOPE;
            case "ACCESS_DENIED" -> accessDenied(code);
            // The catalogue's numbers for "Access Denied" (reference, 5.7), and its methods' own pages.
            case "ALLOWED_ONLY_INTRANET_USER", "200040300010", "200040300020", "200040300040" -> Refusal.NO_RIGHT;
            case "USER_ACCESS_ERROR" -> Refusal.NO_ACCESS_TO_APPLICATION;
            case "WRONG_AUTH_TYPE" -> Refusal.WRONG_AUTH_TYPE;
            case "ERROR_METHOD_NOT_FOUND", "ERROR_MANIFEST_IS_NOT_AVAILABLE" -> Refusal.METHOD_UNKNOWN;
            case "INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER" -> Refusal.UNCLEAR;
            case "INVALID_REQUEST" -> code.says("https") ? Refusal.HTTPS_REQUIRED : Refusal.REQUEST_REFUSED;
            default -> ofOtherCode(status, code);
        };
    }

    /** Two troubles of one code with one outcome; its text is only asked which words people shall read (reference, 1.1). */
    private static Refusal accessDenied(Code code) {
        if (code.says("commercial plan")) {
            return Refusal.NOT_IN_PLAN;
        }
        return code.says("application context") ? Refusal.WRONG_AUTH_TYPE : Refusal.NO_RIGHT;
    }

    private static Refusal ofOtherCode(int status, Code code) {
        if (code.code().endsWith("_DYNAMIC_ITEM_RESTRICTED")) {
            return Refusal.NOT_IN_PLAN;
        }
        if (code.isNotFound()) {
            return Refusal.NOT_FOUND;
        }
        return switch (status) {
            case 401, 403 -> Refusal.NO_RIGHT;
            default -> status >= SERVER_ERRORS ? Refusal.UNCLEAR : Refusal.REQUEST_REFUSED;
        };
    }

    static Refusal of(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308, 404, 410 -> Refusal.ADDRESS_WRONG;
            case 401, 403 -> Refusal.NO_SUCH_WEBHOOK;
            default -> Refusal.UNCLEAR;
        };
    }
}
