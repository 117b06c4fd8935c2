package dev.crm1c.model.sync;

import java.util.function.Function;

/** What a step gives to the next one: a value, or the outcome that ends the work here. */
public sealed interface Reply<T> {

    record Got<T>(T value) implements Reply<T> {}

    record Stopped<T>(Outcome outcome) implements Reply<T> {}

    static <T> Reply<T> of(T value) {
        return new Got<>(value);
    }

    static <T> Reply<T> stop(Outcome outcome) {
        return new Stopped<>(outcome);
    }

    static <T> Reply<T> askPeople(Problem problem) {
        return new Stopped<>(new Outcome.NeedsPeople(problem));
    }

    default <U> Reply<U> then(Function<T, Reply<U>> next) {
        return switch (this) {
            case Got<T>(T value) -> next.apply(value);
            case Stopped<T>(Outcome outcome) -> new Stopped<>(outcome);
        };
    }

    default <U> Reply<U> map(Function<T, U> change) {
        return then(value -> of(change.apply(value)));
    }

    /** The end of the road: a value becomes an outcome too. */
    default Outcome end(Function<T, Outcome> ending) {
        return switch (this) {
            case Got<T>(T value) -> ending.apply(value);
            case Stopped<T>(Outcome outcome) -> outcome;
        };
    }
}
