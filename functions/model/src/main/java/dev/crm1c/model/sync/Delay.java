package dev.crm1c.model.sync;

/** Why work waits although nobody has to do anything about it. Technical names: they go to the table, the log and the metrics. */
public enum Delay {
    CRM_BUDGET_SPENT,
    CRM_LIMIT_REACHED,
    CRM_UNREACHABLE,
    CRM_ACCESS_REFUSED,
    /** Another worker is renewing the tokens. */
    CRM_TOKENS_BEING_RENEWED,
    /** Our application was never installed on the portal, was removed, or its tokens have died: somebody has to install it. */
    CRM_APPLICATION_NOT_INSTALLED,
    /** The vendor has blocked the portal's REST by hand. */
    CRM_BLOCKED,
    CRM_ADDRESS_WRONG,
    CRM_ANSWER_UNCLEAR,
    ONEC_UNREACHABLE,
    ONEC_MAINTENANCE,
    ONEC_BUSY,
    ONEC_LOCKED,
    ONEC_UPDATING,
    ONEC_ANSWER_UNCLEAR,
    WRITE_OUTCOME_UNKNOWN,
    CLAIMED_BY_ANOTHER,
    OUT_OF_TIME,
    QUEUE_UNAVAILABLE,
    /** It broke our own code. */
    OUR_MISTAKE
}
