package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Value;
import java.util.Optional;

/** SQL's three-valued logic: what is NULL does not come back under {@code not}. */
final class Logic {
    private static final Optional<Value> YES = Optional.of(new Value.Flag(true));
    private static final Optional<Value> NO = Optional.of(new Value.Flag(false));

    private Logic() {}

    static boolean holds(Term condition, Frame frame) {
        return condition.on(frame).equals(YES);
    }

    static Term both(Term left, Term right) {
        return decided(left, right, NO, YES);
    }

    static Term either(Term left, Term right) {
        return decided(left, right, YES, NO);
    }

    static Term not(Term condition) {
        return new Term(
                Term.Kind.FLAG, frame -> condition.on(frame).map(value -> new Value.Flag(!((Value.Flag) value).set())));
    }

    private static Term decided(Term left, Term right, Optional<Value> decisive, Optional<Value> otherwise) {
        return new Term(Term.Kind.FLAG, frame -> {
            Optional<Value> first = left.on(frame);
            Optional<Value> second = right.on(frame);
            if (first.equals(decisive) || second.equals(decisive)) {
                return decisive;
            }
            return first.isEmpty() || second.isEmpty() ? Optional.empty() : otherwise;
        });
    }
}
