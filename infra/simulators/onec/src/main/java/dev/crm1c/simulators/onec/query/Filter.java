package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a condition of a {@code $filter}: every name and every pair of types is judged before a row is looked at. */
final class Filter {
    private final Paths paths;
    private final TypeFunctions types;

    Filter(Infobase base) {
        this.paths = new Paths(base);
        this.types = new TypeFunctions(base.structure());
    }

    Predicate<Row> of(Scope scope, String text) {
        Term condition = condition(scope, FilterParser.parse(text));
        return row -> Logic.holds(condition, Frame.of(row));
    }

    private Term condition(Scope scope, Expression expression) {
        Term term = term(scope, expression);
        if (term.kind() != Term.Kind.FLAG) {
            throw bad();
        }
        return term;
    }

    private Term term(Scope scope, Expression expression) {
        return switch (expression) {
            case Expression.Literal(var value) -> literal(value);
            case Expression.Path(var segments) -> paths.find(scope, segments).orElseThrow(Filter::bad);
            case Expression.Comparison(var operator, var left, var right) ->
                Comparisons.of(operator, term(scope, left), term(scope, right));
            case Expression.Both(var left, var right) -> Logic.both(condition(scope, left), condition(scope, right));
            case Expression.Either(var left, var right) ->
                Logic.either(condition(scope, left), condition(scope, right));
            case Expression.Not(var inner) -> Logic.not(condition(scope, inner));
            case Expression.Arithmetic(var operator, var left, var right) ->
                arithmetic(operator, term(scope, left), term(scope, right));
            case Expression.Call(var name, var arguments) -> call(scope, name, arguments);
            case Expression.Quantifier quantifier -> quantifier(scope, quantifier);
        };
    }

    private static Term literal(Value value) {
        Term.Kind kind = switch (value) {
            case Value.Text _ -> Term.Kind.TEXT;
            case Value.Numeric _ -> Term.Kind.NUMBER;
            case Value.Flag _ -> Term.Kind.FLAG;
            case Value.Moment _ -> Term.Kind.MOMENT;
            case Value.Key _ -> Term.Kind.GUID;
            case Value.Composite _ -> Term.Kind.TYPED_REFERENCE;
            case Value.Nothing _ -> throw bad();
        };
        return new Term(kind, _ -> Optional.of(value));
    }

    private Term call(Scope scope, String name, List<Expression> arguments) {
        boolean typeFunction = name.equals("cast") || name.equals("isof");
        if (!typeFunction) {
            List<Term> terms =
                    arguments.stream().map(argument -> term(scope, argument)).toList();
            return Functions.call(name, terms);
        }
        if (arguments.size() != 2) {
            throw bad();
        }
        Term subject = term(scope, arguments.getFirst());
        return name.equals("cast") ? types.cast(subject, arguments.get(1)) : types.isOf(subject, arguments.get(1));
    }

    private static Term arithmetic(String operator, Term left, Term right) {
        if (left.kind() != Term.Kind.NUMBER || right.kind() != Term.Kind.NUMBER) {
            throw bad();
        }
        return new Term(
                Term.Kind.NUMBER,
                frame -> left.on(frame)
                        .flatMap(a -> right.on(frame)
                                .flatMap(b ->
                                        result(operator, ((Value.Numeric) a).number(), ((Value.Numeric) b).number()))));
    }

    /** A division by zero is NULL. */
    private static Optional<Value> result(String operator, BigDecimal a, BigDecimal b) {
        return switch (operator) {
            case "add" -> Optional.of(new Value.Numeric(a.add(b)));
            case "sub" -> Optional.of(new Value.Numeric(a.subtract(b)));
            case "mul" -> Optional.of(new Value.Numeric(a.multiply(b)));
            default ->
                b.signum() == 0 ? Optional.empty() : Optional.of(new Value.Numeric(a.divide(b, MathContext.DECIMAL64)));
        };
    }

    private Term quantifier(Scope scope, Expression.Quantifier quantifier) {
        TabularPart part = Optional.of(quantifier.path())
                .filter(path -> path.size() == 1)
                .flatMap(path -> scope.entity().flatMap(entity -> entity.part(path.getFirst())))
                .orElseThrow(Filter::bad);
        String variable = quantifier.variable();
        Term condition = condition(scope.with(variable, part), quantifier.condition());
        return new Term(Term.Kind.FLAG, frame -> {
            Stream<PartRow> rows = frame.row() instanceof Entity entity ? entity.rows(part).stream() : Stream.empty();
            Predicate<PartRow> holds = row -> Logic.holds(condition, frame.with(variable, row));
            return Optional.of(new Value.Flag(quantifier.all() ? rows.allMatch(holds) : rows.anyMatch(holds)));
        });
    }

    private static ODataFailure bad() {
        return ODataFailure.badOption("$filter");
    }
}
