package dev.crm1c.model.port;

import java.time.Duration;

/** The scheduler ticks once a minute; who has more to do within the minute asks for a tick of his own. */
public interface Ticks {

    /**
     * Nothing is lost when it does not come: the minute's tick does.
     *
     * @param portion which one of its minute it will be
     */
    void again(int portion, Duration in);
}
