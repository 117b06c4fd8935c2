package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a filter into words. Spaces are spaces only: a {@code +} that a client sent for one arrives as a plus and fits
 * nowhere (onec.md §1.1 [live]). Numbers have no exponent and no suffix (onec.md §1.2 [live]).
 */
final class FilterWords {
    private final String text;
    private int at;

    private FilterWords(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        return new FilterWords(text).split();
    }

    private List<Token> split() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Token.Kind.END, ""));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private Token next() {
        char c = text.charAt(at);
        return switch (c) {
            case '(' -> sign(Token.Kind.OPEN);
            case ')' -> sign(Token.Kind.CLOSE);
            case ',' -> sign(Token.Kind.COMMA);
            case ':' -> sign(Token.Kind.COLON);
            case '\'' -> new Token(Token.Kind.STRING, quoted());
            default -> {
                if (Character.isLetter(c) || c == '_') {
                    yield name();
                }
                if (Character.isDigit(c) || c == '-') {
                    yield number();
                }
                throw bad();
            }
        };
    }

    private Token sign(Token.Kind kind) {
        return new Token(kind, String.valueOf(text.charAt(at++)));
    }

    private Token name() {
        int start = at;
        while (at < text.length() && partOfName(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (at < text.length() && text.charAt(at) == '\'') {
            return switch (name) {
                case "guid" -> new Token(Token.Kind.GUID, quoted());
                case "datetime" -> new Token(Token.Kind.DATETIME, quoted());
                default -> throw bad();
            };
        }
        return new Token(Token.Kind.NAME, name);
    }

    private static boolean partOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '/';
    }

    private Token number() {
        int start = at++;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String number = text.substring(start, at);
        boolean glued = at < text.length() && partOfName(text.charAt(at));
        if (glued || !number.matches("-?\\d+(\\.\\d+)?")) {
            throw bad();
        }
        return new Token(Token.Kind.NUMBER, number);
    }

    /** Inside, a quote is written twice. */
    private String quoted() {
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\'') {
                inside.append(c);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                inside.append('\'');
                at++;
            } else {
                return inside.toString();
            }
        }
        throw bad();
    }

    private static ODataFailure bad() {
        return ODataFailure.badOption("$filter");
    }
}
