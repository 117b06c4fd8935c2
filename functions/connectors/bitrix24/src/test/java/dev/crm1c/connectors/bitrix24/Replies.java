package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;

/** What a test takes out of a reply. */
final class Replies {
    private Replies() {}

    static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Got.class);
        return ((Reply.Got<T>) reply).value();
    }

    static Outcome stopped(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Stopped.class);
        return ((Reply.Stopped<?>) reply).outcome();
    }

    static Delay delay(Reply<?> reply) {
        assertThat(stopped(reply)).isInstanceOf(Outcome.Later.class);
        return ((Outcome.Later) stopped(reply)).why();
    }
}
