package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Value;
import java.util.Optional;

/**
 * A part of a filter or an order whose fields were found: what kind of value it gives, and how. An empty value is
 * SQL's NULL: the path went through an empty or a dangling reference.
 *
 * @param target the set a {@link Kind#REFERENCE} points into
 */
record Term(Kind kind, Evaluation evaluation, String target) {
    Term(Kind kind, Evaluation evaluation) {
        this(kind, evaluation, "");
    }

    enum Kind {
        TEXT,
        UNLIMITED_TEXT,
        NUMBER,
        FLAG,
        MOMENT,
        /** A bare guid: a literal or an attribute that refers to nothing. */
        GUID,
        /** {@code X_Key}: a guid whose type the attribute knows. */
        REFERENCE,
        /** {@code cast(…)}, or a navigation property. */
        TYPED_REFERENCE,
        COMPOSITE
    }

    interface Evaluation {
        Optional<Value> on(Frame frame);
    }

    Optional<Value> on(Frame frame) {
        return evaluation.on(frame);
    }

    boolean textual() {
        return kind == Kind.TEXT || kind == Kind.UNLIMITED_TEXT;
    }

    boolean guid() {
        return kind == Kind.GUID || kind == Kind.REFERENCE;
    }

    boolean typed() {
        return kind == Kind.COMPOSITE || kind == Kind.TYPED_REFERENCE;
    }
}
