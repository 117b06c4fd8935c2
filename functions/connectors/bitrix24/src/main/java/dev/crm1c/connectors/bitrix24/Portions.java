package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.sync.Reply;
import java.util.List;
import java.util.function.BiFunction;

/** What is too much for one batch, in batches one after another; the first that fails ends it. Source: reference "bitrix24", 4.5. */
final class Portions {
    /** Fifty heavy writes may take longer than the minute that a request has. */
    static final int OF_WRITES = 20;

    static final int OF_READS = Batch.MOST_COMMANDS;

    private Portions() {}

    /** @param each is given a portion, and what those before it came to */
    static <E, R> Reply<R> inTurn(List<E> all, int size, R nothing, BiFunction<List<E>, R, Reply<R>> each) {
        Reply<R> done = Reply.of(nothing);
        for (int from = 0; from < all.size(); from += size) {
            List<E> some = all.subList(from, Math.min(from + size, all.size()));
            done = done.then(before -> each.apply(some, before));
        }
        return done;
    }
}
