package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Runs the options of a GET over a set. There is no page size: without {@code $top} all of it comes (onec.md §1.4). */
public final class EntityQuery {
    private final Infobase base;

    public EntityQuery(Infobase base) {
        this.base = base;
    }

    /** What came out, how many there were before paging, and how to show them. */
    public record Found(List<? extends Row> rows, int total, Selection selection, Expansion expansion) {}

    public Found entities(EntityStructure entity, QueryOptions options) {
        Scope scope = Scope.of(entity);
        return found(scope, base.all(entity.set()), options, expansion(entity.shape(), options));
    }

    /** Expansions are not for rows of tabular parts [doc]; for records of a register they are. */
    public Found rows(Structure.OwnedPart part, QueryOptions options) {
        List<? extends Row> rows = base.rows(part.owner(), part.part());
        boolean unordered = options.orderBy().isEmpty();
        List<? extends Row> served = unordered ? shifted(rows, options.skip().orElse(0)) : rows;
        return found(Scope.of(part.part()), served, options, expansion(part, options));
    }

    private Expansion expansion(Structure.OwnedPart part, QueryOptions options) {
        return part.owner().register() ? expansion(part.part().shape(), options) : Expansion.NONE;
    }

    private Expansion expansion(Shape shape, QueryOptions options) {
        return options.expand()
                .map(text -> Expansion.of(base.structure(), shape, text))
                .orElse(Expansion.NONE);
    }

    Found calculated(Shape shape, List<Row> rows, QueryOptions options) {
        return found(Scope.of(shape), rows, options, expansion(shape, options));
    }

    /** Pages of unordered rows do not fit together: 5 of 87 were lost on a live base (onec.md §1.4). */
    private static List<Row> shifted(List<? extends Row> rows, int skip) {
        List<Row> shifted = new ArrayList<>(rows);
        if (skip > 0 && !shifted.isEmpty()) {
            shifted.addLast(shifted.removeFirst());
        }
        return shifted;
    }

    public Selection selection(EntityStructure entity, QueryOptions options) {
        return selection(Scope.of(entity), options);
    }

    private static Selection selection(Scope scope, QueryOptions options) {
        return options.select()
                .map(text -> Selection.of(scope.shape(), scope.entity(), text))
                .orElseGet(Selection::everything);
    }

    private Found found(Scope scope, List<? extends Row> rows, QueryOptions options, Expansion expansion) {
        Predicate<Row> filter =
                options.filter().map(text -> new Filter(base).of(scope, text)).orElse(_ -> true);
        List<Row> matching = new ArrayList<>(rows.stream().filter(filter).toList());
        options.orderBy().map(text -> new Ordering(base).of(scope, text)).ifPresent(matching::sort);
        List<Row> page = matching.stream()
                .skip(options.skip().orElse(0))
                .limit(options.top().orElse(Integer.MAX_VALUE))
                .toList();
        return new Found(page, matching.size(), selection(scope, options), expansion);
    }
}
