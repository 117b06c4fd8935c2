package dev.crm1c.simulators.bitrix24.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as PHP reads and writes them. */
public final class PhpNumber {
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\s*([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))");

    private static final int DIGITS_OF_A_LONG = 19;

    private PhpNumber() {}

    /** What floatval() makes of it: the number that the text begins with, so "1234,56" is 1234 and "abc" is 0. */
    public static BigDecimal decimal(JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return BigDecimal.ZERO;
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return decimal(node.asText());
    }

    public static BigDecimal decimal(String text) {
        if (!text.isEmpty() && text.length() < DIGITS_OF_A_LONG && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return BigDecimal.valueOf(Long.parseLong(text));
        }
        Matcher number = LEADING_NUMBER.matcher(text);
        return number.find() ? new BigDecimal(number.group(1)) : BigDecimal.ZERO;
    }

    /** What intval() makes of it. */
    public static long whole(JsonNode node) {
        return decimal(node).longValue();
    }

    /** PHP writes a whole double without a fraction: 90000, but 90000.5 (bitrix24.md §4.7, productrow samples). */
    public static JsonNode json(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 0) {
            return Json.NODES.numberNode(plain);
        }
        return plain.precision() - plain.scale() < DIGITS_OF_A_LONG
                ? Json.NODES.numberNode(plain.longValueExact())
                : Json.NODES.numberNode(plain.toBigIntegerExact());
    }
}
