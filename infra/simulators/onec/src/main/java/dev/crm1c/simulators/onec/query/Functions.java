package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/** The functions of {@code $filter} that work on values (onec.md §1.4); any other name is error 14. */
final class Functions {
    private Functions() {}

    static Term call(String name, List<Term> arguments) {
        return switch (name) {
            case "substringof" -> textTest(arguments, (needle, text) -> text.contains(needle));
            case "startswith" -> textTest(arguments, String::startsWith);
            case "endswith" -> textTest(arguments, String::endsWith);
            case "like" ->
                textTest(arguments, (text, template) -> LikePattern.of(template).matches(text));
            case "concat" -> concat(arguments);
            case "substring" -> substring(arguments);
            case "year" -> datePart(arguments, LocalDateTime::getYear);
            case "quarter" -> datePart(arguments, at -> (at.getMonthValue() + 2) / 3);
            case "month" -> datePart(arguments, LocalDateTime::getMonthValue);
            case "day" -> datePart(arguments, LocalDateTime::getDayOfMonth);
            case "hour" -> datePart(arguments, LocalDateTime::getHour);
            case "minute" -> datePart(arguments, LocalDateTime::getMinute);
            case "second" -> datePart(arguments, LocalDateTime::getSecond);
            case "dayofweek" -> datePart(arguments, at -> at.getDayOfWeek().getValue());
            case "dayofyear" -> datePart(arguments, LocalDateTime::getDayOfYear);
            case "round" -> round(arguments);
            default -> throw bad();
        };
    }

    /** The base compares strings without regard to case. */
    private static Term textTest(List<Term> arguments, BiPredicate<String, String> test) {
        require(arguments, 2);
        requireTexts(arguments);
        return new Term(
                Term.Kind.FLAG,
                frame -> arguments
                        .get(0)
                        .on(frame)
                        .flatMap(a ->
                                arguments.get(1).on(frame).map(b -> new Value.Flag(test.test(lower(a), lower(b))))));
    }

    private static Term concat(List<Term> arguments) {
        require(arguments, 2);
        requireTexts(arguments);
        return new Term(
                Term.Kind.TEXT,
                frame -> arguments
                        .get(0)
                        .on(frame)
                        .flatMap(a -> arguments.get(1).on(frame).map(b -> new Value.Text(text(a) + text(b)))));
    }

    /** Counts from 1, unlike OData's own. */
    private static Term substring(List<Term> arguments) {
        boolean shape = arguments.size() >= 2
                && arguments.size() <= 3
                && arguments.getFirst().textual()
                && arguments.stream().skip(1).allMatch(term -> term.kind() == Term.Kind.NUMBER);
        if (!shape) {
            throw bad();
        }
        return new Term(Term.Kind.TEXT, frame -> {
            String whole = text(arguments.getFirst().on(frame).orElse(new Value.Text("")));
            int from = Math.clamp(number(arguments.get(1), frame) - 1L, 0, whole.length());
            int length = arguments.size() == 3 ? number(arguments.get(2), frame) : whole.length();
            return Optional.of(
                    new Value.Text(whole.substring(from, Math.clamp((long) from + length, from, whole.length()))));
        });
    }

    private static int number(Term term, Frame frame) {
        return term.on(frame)
                .map(value -> ((Value.Numeric) value).number().intValue())
                .orElse(0);
    }

    private static Term datePart(List<Term> arguments, ToIntFunction<LocalDateTime> part) {
        require(arguments, 1);
        if (arguments.getFirst().kind() != Term.Kind.MOMENT) {
            throw bad();
        }
        return new Term(
                Term.Kind.NUMBER,
                frame -> arguments
                        .getFirst()
                        .on(frame)
                        .map(value ->
                                new Value.Numeric(BigDecimal.valueOf(part.applyAsInt(((Value.Moment) value).at())))));
    }

    private static Term round(List<Term> arguments) {
        require(arguments, 1);
        if (arguments.getFirst().kind() != Term.Kind.NUMBER) {
            throw bad();
        }
        return new Term(
                Term.Kind.NUMBER,
                frame -> arguments
                        .getFirst()
                        .on(frame)
                        .map(value -> new Value.Numeric(
                                ((Value.Numeric) value).number().setScale(0, RoundingMode.HALF_UP))));
    }

    private static void require(List<Term> arguments, int count) {
        if (arguments.size() != count) {
            throw bad();
        }
    }

    private static void requireTexts(List<Term> arguments) {
        if (!arguments.stream().allMatch(Term::textual)) {
            throw bad();
        }
    }

    private static String text(Value value) {
        return ((Value.Text) value).text();
    }

    private static String lower(Value value) {
        return text(value).toLowerCase(Locale.ROOT);
    }

    private static ODataFailure bad() {
        return ODataFailure.badOption("$filter");
    }
}
