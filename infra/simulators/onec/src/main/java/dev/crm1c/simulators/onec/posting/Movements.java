package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.WritingEffect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What documents move in one register: made anew on each posting, gone when the document is unposted or removed (onec.md
 * §1.6). A document without what the movement needs is posted all the same, and nobody is told.
 */
abstract class Movements implements WritingEffect {
    protected final RecordSets records;
    private final Set<String> recorders;

    Movements(RecordSets records, Set<String> recorders) {
        this.records = records;
        this.recorders = recorders;
    }

    @Override
    public final void follow(Optional<Entity> before, Optional<Entity> after) {
        Entity document = after.or(() -> before).orElseThrow();
        if (recorders.contains(document.structure().set())) {
            List<Movement> movements =
                    after.filter(Entity::posted).map(this::of).orElse(List.of());
            write(document, movements);
        }
    }

    protected void write(Entity document, List<Movement> movements) {
        records.write(RecordSets.recorder(document), movements);
    }

    /** Of a posted document. */
    protected abstract List<Movement> of(Entity document);
}
