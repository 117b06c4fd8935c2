package dev.crm1c.connectors.bitrix24;

/**
 * Why a portal did not do what it was asked for, kept apart where people would do something different about it.
 * Source: reference "bitrix24", 4.2.
 */
enum Refusal {
    TOO_MANY_REQUESTS,
    METHOD_OUT_OF_TIME,
    /** The vendor has blocked the portal's REST by hand. */
    BLOCKED,
    PORTAL_GONE,
    /** REST, or the kind of object, is not in what the customer pays for. */
    NOT_IN_PLAN,
    /** The webhook was deleted or its secret changed; of an application, that the portal does not know the token at all. */
    NO_SUCH_WEBHOOK,
    TOKEN_EXPIRED,
    INSUFFICIENT_SCOPE,
    /** The employee in whose name we call may not see or change the object. */
    NO_RIGHT,
    /** The employee may not use the application. */
    NO_ACCESS_TO_APPLICATION,
    /** The method wants an application, and we are a webhook; or the other way round. */
    WRONG_AUTH_TYPE,
    METHOD_UNKNOWN,
    HTTPS_REQUIRED,
    NOT_FOUND,
    /** Anything else that the portal says of the request itself. */
    REQUEST_REFUSED,
    /** Something answered, but not the portal's REST; or the portal said that it failed. */
    UNCLEAR,
    /** The request went out, and no answer came. */
    SILENT,
    /** The request did not go out. */
    UNREACHABLE,
    /** There is no portal at the address, or it may not be called. */
    ADDRESS_WRONG,
    NO_SECRET,
    NOT_INSTALLED
}
