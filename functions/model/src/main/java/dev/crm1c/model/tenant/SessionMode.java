package dev.crm1c.model.tenant;

/**
 * How the calls to a base share 1C's sessions, each of which holds a licence: as its publication says in {@code reuseSessions}
 * (reference "onec", 1.8).
 */
public enum SessionMode {
    /** The web extension pools them by itself: {@code autouse}, what 1C publishes by default. */
    AUTO_USE,
    /** The caller starts a session, names it in a cookie and goes on with it: {@code use}. */
    CLIENT_DRIVEN
}
