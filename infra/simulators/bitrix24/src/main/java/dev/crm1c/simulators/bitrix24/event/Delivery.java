package dev.crm1c.simulators.bitrix24.event;

import dev.crm1c.simulators.bitrix24.crm.Change;
import java.net.URI;
import java.time.Instant;

/**
 * One attempt to tell a handler of an event; there is never a second.
 *
 * @param answerStatus what the handler answered, 0 when it did not
 * @param failure why there was no answer, empty when there was
 */
public record Delivery(Change change, URI handler, String body, Instant sentAt, int answerStatus, String failure) {

    public boolean accepted() {
        return answerStatus >= 200 && answerStatus < 300;
    }
}
