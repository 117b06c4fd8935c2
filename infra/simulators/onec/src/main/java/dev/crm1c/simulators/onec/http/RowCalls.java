package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.query.EntityQuery;
import dev.crm1c.simulators.onec.query.QueryOptions;
import dev.crm1c.simulators.onec.query.Selection;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.Structure.OwnedPart;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.Answers;
import java.util.Optional;

/** Rows of a tabular part as a set of their own: they are only read (onec.md §1.2, error 13). */
public final class RowCalls {
    private final Infobase base;
    private final Answers answers;
    private final boolean countServed;

    public RowCalls(Infobase base, Answers answers, boolean countServed) {
        this.base = base;
        this.answers = answers;
        this.countServed = countServed;
    }

    Answer answer(Call call, OwnedPart part, ResourcePath path) {
        call.user().requireReading(part.owner().set());
        if (call.is("POST")) {
            throw ODataFailure.rowsAreReadOnly();
        }
        if (!call.is("GET")) {
            throw ODataFailure.methodNotAllowed(call.method());
        }
        QueryOptions options = new QueryOptions(call.options());
        if (path.key().isPresent()) {
            return one(call, part, path);
        }
        EntityQuery.Found found = new AllowedRows(call, asked -> new EntityQuery(base).rows(part, asked))
                .found(part.owner().set(), row -> owner(part, row));
        if (path.tail().isEmpty()) {
            return answers.feed(call.form(), call.root(), part.part().shape().set(), found, options.counted());
        }
        if (!countServed || !path.tail().getFirst().equals("$count")) {
            throw ODataFailure.methodNotFound();
        }
        return answers.count(found.total());
    }

    private Answer one(Call call, OwnedPart part, ResourcePath path) {
        EntityKey key = KeyPredicate.of(part.part().shape(), path.key().orElseThrow());
        PartRow row = base.rows(part.owner(), part.part()).stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow(ODataFailure::absent);
        owner(part, row).ifPresent(call.user()::requireRow);
        return answers.single(200, call.form(), call.root(), row, Selection.everything());
    }

    private Optional<Entity> owner(OwnedPart part, Row row) {
        return row.shape()
                .property(Property.REF_KEY)
                .map(row::value)
                .flatMap(key -> key instanceof Value.Key(var id)
                        ? base.find(part.owner().set(), id)
                        : Optional.empty());
    }
}
