package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.query.EntityQuery;
import dev.crm1c.simulators.onec.query.QueryOptions;
import dev.crm1c.simulators.onec.query.Selection;
import dev.crm1c.simulators.onec.structure.Structure.OwnedPart;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.Answers;

/** Rows of a tabular part as a set of their own: they are only read (onec.md §1.2, error 13). */
public final class RowCalls {
    private final Infobase base;
    private final Answers answers;

    public RowCalls(Infobase base, Answers answers) {
        this.base = base;
        this.answers = answers;
    }

    Answer answer(Call call, OwnedPart part, ResourcePath path) {
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
        EntityQuery.Found found = new EntityQuery(base).rows(part, options);
        if (path.tail().isEmpty()) {
            return answers.feed(call.form(), call.root(), part.part().shape().set(), found, options.counted());
        }
        if (!path.tail().getFirst().equals("$count")) {
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
        return answers.single(200, call.form(), call.root(), row, Selection.everything());
    }
}
