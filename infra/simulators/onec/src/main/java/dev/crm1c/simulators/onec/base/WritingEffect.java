package dev.crm1c.simulators.onec.base;

import java.util.Optional;

/** What else changes in the base, in the same transaction, when an object is written or removed. */
public interface WritingEffect {
    void follow(Optional<Entity> before, Optional<Entity> after);
}
