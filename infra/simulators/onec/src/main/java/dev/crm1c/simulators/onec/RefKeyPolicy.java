package dev.crm1c.simulators.onec;

/** What becomes of a {@code Ref_Key} given on create. Both are seen in the field, so a client must live with both. */
public enum RefKeyPolicy {
    /** It is taken; a taken one is refused with 400, code 15. */
    HONOURED,
    /** 1C makes its own and says so in the answer. */
    IGNORED
}
