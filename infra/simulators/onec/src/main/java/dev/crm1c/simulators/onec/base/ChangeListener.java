package dev.crm1c.simulators.onec.base;

/** Is told of every write, whoever made it, in its transaction. */
public interface ChangeListener {
    void stored(Entity entity);

    void removed(Entity entity);
}
