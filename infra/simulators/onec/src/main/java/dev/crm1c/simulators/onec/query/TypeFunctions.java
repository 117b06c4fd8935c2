package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.Structure;
import java.util.Optional;

/**
 * {@code cast(x,'Type')} and {@code isof(x,'Type')}, the only way to name a value of a composite field (onec.md
 * §1.4).
 */
final class TypeFunctions {
    private final Structure structure;

    TypeFunctions(Structure structure) {
        this.structure = structure;
    }

    Term cast(Term subject, Expression typeName) {
        String set = setNamed(typeName);
        if (!subject.guid() && !subject.typed()) {
            throw bad();
        }
        return new Term(Term.Kind.TYPED_REFERENCE, frame -> subject.on(frame).flatMap(value -> cast(value, set)));
    }

    private static Optional<Value> cast(Value value, String set) {
        return switch (value) {
            case Value.Key(var id) -> Optional.of(Value.Composite.reference(set, id));
            case Value.Composite composite when composite.set().equals(set) -> Optional.of(composite);
            default -> Optional.empty();
        };
    }

    Term isOf(Term subject, Expression typeName) {
        String set = setNamed(typeName);
        if (!subject.typed()) {
            throw bad();
        }
        return new Term(
                Term.Kind.FLAG,
                frame -> subject.on(frame)
                        .map(value ->
                                new Value.Flag(((Value.Composite) value).set().equals(set))));
    }

    private String setNamed(Expression typeName) {
        if (typeName instanceof Expression.Literal(Value.Text(var text))) {
            String set = text.startsWith(Value.NAMESPACE) ? text.substring(Value.NAMESPACE.length()) : text;
            if (structure.entity(set).isPresent()) {
                return set;
            }
        }
        throw bad();
    }

    private static ODataFailure bad() {
        return ODataFailure.badOption("$filter");
    }
}
