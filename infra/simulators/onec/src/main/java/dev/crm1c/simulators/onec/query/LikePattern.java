package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.regex.Pattern;

/** A template of {@code like}: % any text, _ any character, [abc] one of them. A literal bracket is a trap. */
record LikePattern(Pattern pattern) {
    static LikePattern of(String template) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at++);
            switch (c) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                case '[' -> {
                    int end = template.indexOf(']', at);
                    if (end <= at) {
                        throw ODataFailure.badOption("$filter");
                    }
                    regex.append(characters(template.substring(at, end)));
                    at = end + 1;
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        int flags = Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new LikePattern(Pattern.compile(regex.toString(), flags));
    }

    private static String characters(String inside) {
        StringBuilder set = new StringBuilder("[");
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            boolean sign = (c == '^' && i == 0) || (c == '-' && i > 0 && i < inside.length() - 1);
            boolean plain = sign || Character.isLetterOrDigit(c);
            set.append(plain ? "" : "\\").append(c);
        }
        return set.append(']').toString();
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
