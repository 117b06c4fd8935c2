package dev.crm1c.simulators.bitrix24.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads form-encoded text the way PHP does: {@code a[b][c]=1}, {@code a[]=1}, {@code a[0]=1} become nested arrays
 * (bitrix24.md §2.4, §4.1). A PHP array is kept as an object whose keys are strings, in the order of arrival.
 */
public final class PhpForm {
    private PhpForm() {}

    public static ObjectNode parse(String encoded) {
        ObjectNode root = Json.object();
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            put(root, path(key), value);
        }
        return root;
    }

    /** Fields as a form's body, in their order; a space becomes a plus. */
    public static String write(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> path(String key) {
        List<String> path = new ArrayList<>();
        int bracket = key.indexOf('[');
        boolean nested = bracket > 0 && key.indexOf(']', bracket) > 0;
        // PHP replaces dots and spaces in the name of a variable, but not inside the brackets; a lone bracket too.
        path.add((nested ? key.substring(0, bracket) : key.replace('[', '_'))
                .replace('.', '_')
                .replace(' ', '_'));
        while (nested && bracket < key.length() && key.charAt(bracket) == '[') {
            int close = key.indexOf(']', bracket);
            if (close < 0) {
                break;
            }
            path.add(key.substring(bracket + 1, close));
            bracket = close + 1;
        }
        return path;
    }

    private static void put(ObjectNode root, List<String> path, String value) {
        ObjectNode at = root;
        for (String step : path.subList(0, path.size() - 1)) {
            String key = keyIn(at, step);
            JsonNode next = at.get(key);
            at = next instanceof ObjectNode object ? object : at.putObject(key);
        }
        at.put(keyIn(at, path.getLast()), value);
    }

    /** {@code a[]} takes the number after the largest one in use. */
    private static String keyIn(ObjectNode array, String step) {
        if (!step.isEmpty()) {
            return step;
        }
        long largest = -1;
        for (var field : array.properties()) {
            if (field.getKey().matches("\\d{1,18}")) {
                largest = Math.max(largest, Long.parseLong(field.getKey()));
            }
        }
        return Long.toString(largest + 1);
    }

    /** As PHP's urldecode: a plus is a space, a broken escape stays as it is. */
    static String decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '+') {
                out.write(' ');
            } else if (bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
                out.write(hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
