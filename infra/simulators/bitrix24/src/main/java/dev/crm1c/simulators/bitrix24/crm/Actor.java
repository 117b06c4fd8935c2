package dev.crm1c.simulators.bitrix24.crm;

/** Who made a change: a person, or nobody when a robot, a workflow or an agent did (bitrix24.md §2.2 [doc]). */
public sealed interface Actor {
    /** What the portal writes into updatedBy when nobody did it (bitrix24.md §6.1). */
    long NOBODY_ID = 0;

    record User(long id) implements Actor {}

    record Nobody() implements Actor {}

    static Actor of(long userId) {
        return userId == NOBODY_ID ? new Nobody() : new User(userId);
    }
}
