package dev.crm1c.connectors.bitrix24;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A form body as PHP programs send it: {@code auth%5Bapplication_token%5D=…}. Keys keep their brackets; of equal keys the last wins, as in PHP.
 * Total: a body that is no form gives {@link Parsed.Broken}, never an exception.
 */
final class PhpForm {
    private static final int MOST_FIELDS = 200;

    private PhpForm() {}

    sealed interface Parsed {
        record Fields(Map<String, String> values) implements Parsed {
            String get(String key) {
                return values.getOrDefault(key, "");
            }
        }

        record Broken(String why) implements Parsed {}
    }

    static Parsed parse(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String[] pairs = text.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            return new Parsed.Broken("в теле больше " + MOST_FIELDS + " полей");
        }
        var values = new HashMap<String, String>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                values.put(decoded(key), decoded(value));
            } catch (IllegalArgumentException | CharacterCodingException _) {
                return new Parsed.Broken("тело не является формой application/x-www-form-urlencoded в UTF-8");
            }
        }
        return new Parsed.Fields(values);
    }

    private static String decoded(String escaped) throws CharacterCodingException {
        byte[] bytes = new byte[escaped.length()];
        int length = 0;
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            switch (c) {
                case '%' -> {
                    bytes[length++] = (byte) hex(escaped, i + 1);
                    i += 2;
                }
                case '+' -> bytes[length++] = ' ';
                default -> bytes[length++] = (byte) c;
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length))
                .toString();
    }

    private static int hex(String text, int from) {
        if (from + 2 > text.length()) {
            throw new IllegalArgumentException("cut percent escape");
        }
        int high = Character.digit(text.charAt(from), 16);
        int low = Character.digit(text.charAt(from + 1), 16);
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException("bad percent escape");
        }
        return high << 4 | low;
    }
}
