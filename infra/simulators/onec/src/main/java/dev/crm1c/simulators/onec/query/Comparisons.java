package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What 1C makes of {@code left op right} (onec.md §1.4): references are equal or not and never in order, a composite
 * field meets only a value that has a type, and a string of unlimited length is not compared at all.
 */
final class Comparisons {
    private static final Optional<Value> NO = Optional.of(new Value.Flag(false));

    private Comparisons() {}

    static Term of(String operator, Term left, Term right) {
        if (left.kind() == Term.Kind.UNLIMITED_TEXT || right.kind() == Term.Kind.UNLIMITED_TEXT) {
            throw ODataFailure.incomparable();
        }
        if (left.guid() && right.guid()) {
            return equality(operator, left, right, Object::equals);
        }
        if (left.typed() && right.typed()) {
            return equality(operator, left, right, Object::equals);
        }
        if (left.typed() || right.typed()) {
            return typedWithUntyped(operator, left, right);
        }
        if (left.guid() && right.textual()) {
            return ordered(operator, left, right, Comparisons::guidWithText);
        }
        if (left.textual() && right.guid()) {
            return ordered(operator, left, right, (text, guid) -> -guidWithText(guid, text));
        }
        if (left.kind() != right.kind()) {
            throw ODataFailure.incomparable();
        }
        return left.kind() == Term.Kind.FLAG
                ? equality(operator, left, right, Object::equals)
                : ordered(operator, left, right, Comparisons::sameKind);
    }

    private static Term typedWithUntyped(String operator, Term left, Term right) {
        Term typed = left.typed() ? left : right;
        Term other = left.typed() ? right : left;
        if (typed.kind() == Term.Kind.TYPED_REFERENCE && other.kind() == Term.Kind.REFERENCE) {
            return equality(operator, typed, other, Comparisons::sameReference);
        }
        if (typed.kind() == Term.Kind.COMPOSITE && other.kind() == Term.Kind.TEXT) {
            return equality(operator, typed, other, Comparisons::sameText);
        }
        return new Term(Term.Kind.FLAG, _ -> NO);
    }

    private static boolean sameReference(Value typed, Value reference) {
        return typed instanceof Value.Composite composite
                && reference instanceof Value.Key(var id)
                && composite.text().equals(id.toString());
    }

    /** Only a value that is itself a string: the name of an enumeration's value is not. */
    private static boolean sameText(Value composite, Value text) {
        return composite instanceof Value.Composite(var type, var inside)
                && text instanceof Value.Text(var wanted)
                && type.equals("Edm.String")
                && inside.equalsIgnoreCase(wanted);
    }

    /** Silently something else than the caller meant [live]: the stored order of a guid is not its written order. */
    private static int guidWithText(Value guid, Value text) {
        String id = ((Value.Key) guid).id().toString();
        String stored = id.substring(24) + id.substring(19, 23) + id.substring(0, 18);
        return stored.compareTo(((Value.Text) text).text());
    }

    private static int sameKind(Value left, Value right) {
        return switch (left) {
            case Value.Text(var text) -> text.compareToIgnoreCase(((Value.Text) right).text());
            case Value.Numeric(var number) -> number.compareTo(((Value.Numeric) right).number());
            case Value.Moment(var at) -> at.compareTo(((Value.Moment) right).at());
            case Value.Flag _, Value.Key _, Value.Composite _, Value.Nothing _ -> throw ODataFailure.incomparable();
        };
    }

    private static Term equality(String operator, Term left, Term right, BiFunction<Value, Value, Boolean> same) {
        return switch (operator) {
            case "eq" -> compared(left, right, same);
            case "ne" -> compared(left, right, (a, b) -> !same.apply(a, b));
            default -> throw ODataFailure.incomparable();
        };
    }

    private static Term ordered(String operator, Term left, Term right, BiFunction<Value, Value, Integer> order) {
        return compared(left, right, (a, b) -> {
            int sign = order.apply(a, b);
            return switch (operator) {
                case "eq" -> sign == 0;
                case "ne" -> sign != 0;
                case "gt" -> sign > 0;
                case "ge" -> sign >= 0;
                case "lt" -> sign < 0;
                default -> sign <= 0;
            };
        });
    }

    /** NULL on either side makes NULL, also under {@code ne}. */
    private static Term compared(Term left, Term right, BiFunction<Value, Value, Boolean> condition) {
        return new Term(
                Term.Kind.FLAG,
                frame -> left.on(frame).flatMap(a -> right.on(frame).map(b -> new Value.Flag(condition.apply(a, b)))));
    }
}
