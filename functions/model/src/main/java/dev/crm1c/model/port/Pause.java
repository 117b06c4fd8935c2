package dev.crm1c.model.port;

import java.time.Duration;

/** Waiting without work. It is paid for, so it is for a few seconds only. */
@FunctionalInterface
public interface Pause {
    void lasts(Duration time);
}
