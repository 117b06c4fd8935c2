package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.ScalarReader;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code $orderby}: a reference sorts by its presentation, never by its guid (onec.md §1.4 [live]). */
final class Ordering {
    private final Infobase base;
    private final Paths paths;
    private final Presentations presentations;

    Ordering(Infobase base) {
        this.base = base;
        this.paths = new Paths(base);
        this.presentations = new Presentations(base);
    }

    Comparator<Row> of(Scope scope, String text) {
        Comparator<Row> order = (_, _) -> 0;
        for (String item : text.split(",", -1)) {
            order = order.thenComparing(by(scope, item.strip()));
        }
        return order.thenComparing(Row::key);
    }

    private Comparator<Row> by(Scope scope, String item) {
        String[] words = item.split(" +");
        boolean descending = words.length == 2 && words[1].equals("desc");
        if (words.length > 2 || (words.length == 2 && !descending && !words[1].equals("asc"))) {
            throw ODataFailure.badOption("$orderby");
        }
        List<String> path = List.of(words[0].split("/", -1));
        Term term = paths.find(scope, path).orElseThrow(() -> ODataFailure.segmentNotFound(words[0]));
        Comparator<Row> ascending = (a, b) -> compare(sortable(term, a), sortable(term, b));
        return descending ? ascending.reversed() : ascending;
    }

    private Optional<Value> sortable(Term term, Row row) {
        return term.on(Frame.of(row)).map(value -> switch (value) {
            case Value.Key(var id)
            when known(term.target()) -> new Value.Text(presentations.sorting(term.target(), id));
            case Value.Key(var id) -> new Value.Text(id.toString());
            case Value.Composite composite
            when known(composite.set()) ->
                new Value.Text(presentations.sorting(composite.set(), ScalarReader.guid(composite.text())));
            case Value.Composite composite -> new Value.Text(composite.text());
            default -> value;
        });
    }

    private boolean known(String set) {
        return base.structure().entity(set).isPresent();
    }

    /** NULL comes first. */
    private static int compare(Optional<Value> a, Optional<Value> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isPresent(), b.isPresent());
        }
        return switch (a.get()) {
            case Value.Text(var text) -> text.compareToIgnoreCase(((Value.Text) b.get()).text());
            case Value.Numeric(var number) -> number.compareTo(((Value.Numeric) b.get()).number());
            case Value.Moment(var at) -> at.compareTo(((Value.Moment) b.get()).at());
            case Value.Flag(var set) -> Boolean.compare(set, ((Value.Flag) b.get()).set());
            case Value.Key _, Value.Composite _, Value.Nothing _ -> 0;
        };
    }
}
