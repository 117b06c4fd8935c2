package dev.crm1c.simulators.onec.base;

/** Is told of every write, whoever made it, at the end of its transaction. */
public interface ChangeListener {
    void stored(Entity entity);

    void removed(Entity entity);
}
