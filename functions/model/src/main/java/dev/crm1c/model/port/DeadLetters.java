package dev.crm1c.model.port;

/** The last net: messages that are no notices. An alarm watches it. */
public interface DeadLetters {
    void bury(String messageId, String body);
}
