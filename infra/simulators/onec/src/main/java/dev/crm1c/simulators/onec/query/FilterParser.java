package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.ScalarReader;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Parses {@code $filter} (onec.md §1.4): what it does not know is error 14, never a guess. */
final class FilterParser {
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final Set<String> SUMS = Set.of("add", "sub");
    private static final Set<String> PRODUCTS = Set.of("mul", "div");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private final List<Token> tokens;
    private int at;

    private FilterParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Expression parse(String text) {
        FilterParser parser = new FilterParser(FilterWords.of(text));
        Expression whole = parser.either();
        parser.expect(Token.Kind.END);
        return whole;
    }

    private Expression either() {
        Expression left = both();
        while (takeWord("or")) {
            left = new Expression.Either(left, both());
        }
        return left;
    }

    private Expression both() {
        Expression left = not();
        while (takeWord("and")) {
            left = new Expression.Both(left, not());
        }
        return left;
    }

    private Expression not() {
        return takeWord("not") ? new Expression.Not(not()) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        if (COMPARISONS.contains(peek().text()) && peek().is(Token.Kind.NAME)) {
            String operator = take().text();
            return new Expression.Comparison(operator, left, sum());
        }
        return left;
    }

    private Expression sum() {
        Expression left = product();
        while (peek().is(Token.Kind.NAME) && SUMS.contains(peek().text())) {
            left = new Expression.Arithmetic(take().text(), left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = primary();
        while (peek().is(Token.Kind.NAME) && PRODUCTS.contains(peek().text())) {
            left = new Expression.Arithmetic(take().text(), left, primary());
        }
        return left;
    }

    private Expression primary() {
        Token token = take();
        return switch (token.kind()) {
            case OPEN -> {
                Expression inner = either();
                expect(Token.Kind.CLOSE);
                yield inner;
            }
            case STRING -> new Expression.Literal(new Value.Text(token.text()));
            case NUMBER -> new Expression.Literal(new Value.Numeric(new BigDecimal(token.text())));
            case GUID -> new Expression.Literal(new Value.Key(guid(token.text())));
            case DATETIME -> new Expression.Literal(new Value.Moment(moment(token.text())));
            case NAME -> named(token.text());
            case CLOSE, COMMA, COLON, END -> throw bad();
        };
    }

    private Expression named(String name) {
        if (name.equals("true") || name.equals("false")) {
            return new Expression.Literal(new Value.Flag(name.equals("true")));
        }
        List<String> segments = List.of(name.split("/", -1));
        if (!peek().is(Token.Kind.OPEN)) {
            return new Expression.Path(segments);
        }
        take();
        String last = segments.getLast();
        if (segments.size() > 1 && (last.equals("any") || last.equals("all"))) {
            return quantifier(segments.subList(0, segments.size() - 1), last.equals("all"));
        }
        return new Expression.Call(name, arguments());
    }

    private Expression quantifier(List<String> path, boolean all) {
        String variable = expect(Token.Kind.NAME).text();
        expect(Token.Kind.COLON);
        Expression condition = either();
        expect(Token.Kind.CLOSE);
        return new Expression.Quantifier(path, all, variable, condition);
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(either());
        } while (takeIf(Token.Kind.COMMA));
        expect(Token.Kind.CLOSE);
        return arguments;
    }

    private static UUID guid(String text) {
        try {
            return ScalarReader.guid(text);
        } catch (ODataFailure _) {
            throw bad();
        }
    }

    private static LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text, SECONDS);
        } catch (DateTimeParseException _) {
            throw bad();
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private boolean takeWord(String word) {
        boolean found = peek().word(word);
        if (found) {
            at++;
        }
        return found;
    }

    private boolean takeIf(Token.Kind kind) {
        boolean found = peek().is(kind);
        if (found) {
            at++;
        }
        return found;
    }

    private Token expect(Token.Kind kind) {
        if (!peek().is(kind)) {
            throw bad();
        }
        return take();
    }

    private static ODataFailure bad() {
        return ODataFailure.badOption("$filter");
    }
}
