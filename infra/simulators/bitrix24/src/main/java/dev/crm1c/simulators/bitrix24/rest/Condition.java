package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One key of a filter: a prefix, a field and what to compare with (bitrix24.md §4.6 [doc]). */
record Condition(String prefix, String field, List<JsonNode> operands) {
    private static final Pattern KEY = Pattern.compile("(?s)(>=|<=|!=%|!%=|!=|!@|!%|=%|%=|=|>|<|@|%|!)?(.*)");

    static Condition of(String key, JsonNode operand) {
        Matcher parts = KEY.matcher(key);
        parts.matches();
        return new Condition(
                parts.group(1) == null ? "" : parts.group(1),
                parts.group(2),
                operand.isContainerNode() ? PhpArray.values(operand) : List.of(operand));
    }

    boolean holds(JsonNode value, FieldType type, PortalTime time) {
        boolean negated = prefix.startsWith("!");
        String positive = negated ? prefix.substring(1) : prefix;
        boolean any = value.isArray()
                ? PhpArray.values(value).stream().anyMatch(one -> matches(positive, one, type, time))
                : matches(positive, value, type, time);
        return negated != any;
    }

    private boolean matches(String positive, JsonNode value, FieldType type, PortalTime time) {
        return operands.stream().anyMatch(operand -> switch (positive) {
            case ">", ">=", "<", "<=" -> inOrder(positive, value, operand, type, time);
            case "%" -> like(value, "%" + operand.asText() + "%", type);
            case "%=", "=%" -> like(value, operand.asText(), type);
            default -> equal(value, operand, type, time);
        });
    }

    private static boolean equal(JsonNode value, JsonNode operand, FieldType type, PortalTime time) {
        boolean nothing = operand.isNull() || operand.asText().isEmpty();
        boolean empty = value.isNull() || value.asText().isEmpty();
        if (nothing || empty) {
            return nothing && empty;
        }
        Comparison comparison = new Comparison(type, time);
        return comparison.order(value, operand).orElse(1) == 0;
    }

    private static boolean inOrder(String positive, JsonNode value, JsonNode operand, FieldType type, PortalTime time) {
        if (value.isNull() || value.asText().isEmpty()) {
            return false;
        }
        // A moment that is no moment, such as one whose "+" became a space in a query, finds nothing.
        return new Comparison(type, time).order(value, operand).stream().anyMatch(order -> switch (positive) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order <= 0;
        });
    }

    /** LIKE with % in it; it does not work on dictionary and reference fields (§4.6 [doc]). */
    private static boolean like(JsonNode value, String pattern, FieldType type) {
        if (type != FieldType.STRING || value.isNull()) {
            return false;
        }
        StringBuilder regex = new StringBuilder();
        for (String literal : pattern.toLowerCase(Locale.ROOT).split("%", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL)
                .matcher(value.asText().toLowerCase(Locale.ROOT))
                .matches();
    }

    /** Whether the field is the name of a group and not of a column: "0", "1" … */
    boolean isGroup() {
        return prefix.isEmpty() && field.matches("\\d+");
    }
}
