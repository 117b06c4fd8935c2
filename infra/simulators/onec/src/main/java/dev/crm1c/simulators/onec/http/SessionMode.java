package dev.crm1c.simulators.onec.http;

/** {@code reuseSessions} of {@code <standardOdata>} in default.vrd (onec.md §1.8 [doc]). */
public enum SessionMode {
    /** The web extension keeps the sessions: no header and no cookie is ever seen. */
    AUTOUSE,
    /** The client starts and ends them: {@code IBSession: start}, the cookie, {@code IBSession: finish}. */
    USE
}
