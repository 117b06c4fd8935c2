package dev.crm1c.simulators.onec.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What a transaction wrote: listeners hear of it when all of it is done, and of nothing that came to nothing. */
final class WriteNews {
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<ChangeListener>> untold = new ArrayList<>();

    void tell(ChangeListener listener) {
        listeners.add(listener);
    }

    void stored(Entity entity) {
        untold.add(listener -> listener.stored(entity));
    }

    void removed(Entity entity) {
        untold.add(listener -> listener.removed(entity));
    }

    /** At the end of the outermost transaction. */
    void end(boolean done) {
        List<Consumer<ChangeListener>> news = List.copyOf(untold);
        untold.clear();
        if (done) {
            listeners.forEach(listener -> news.forEach(item -> item.accept(listener)));
        }
    }
}
