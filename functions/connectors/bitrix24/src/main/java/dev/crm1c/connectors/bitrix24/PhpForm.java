package dev.crm1c.connectors.bitrix24;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A form body as PHP programs send it: {@code auth%5Bapplication_token%5D=…}. Keys keep their brackets; {@code a[]} counts on, as {@code a[0]},
 * {@code a[1]}; of equal keys the last wins, as in PHP. A text is found under its own key only: where an array came instead, there is none.
 * Total: a body that is no form gives {@link Parsed.Broken}, never an exception.
 */
final class PhpForm {
    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
    private static final int MOST_FIELDS = 200;
    /** Counting {@code a[][][]…} costs the square of its length. */
    private static final int LONGEST_KEY = 256;

    private static final String NEXT = "[]";

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();

    private PhpForm() {}

    sealed interface Parsed {
        record Fields(Map<String, String> values) implements Parsed {
            String get(String key) {
                return values.getOrDefault(key, "");
            }
        }

        /**
         * @param why one line, Russian, without anything from the body
         */
        record Broken(String why) implements Parsed {}
    }

    static Parsed parse(String contentType, byte[] body) {
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return mediaType.equals(MEDIA_TYPE) ? parse(body) : new Parsed.Broken("ожидается тело " + MEDIA_TYPE);
    }

    static Parsed parse(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String[] pairs = text.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            return new Parsed.Broken("в теле больше " + MOST_FIELDS + " полей");
        }
        var form = new PhpForm();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            try {
                form.put(decoded(key), decoded(value));
            } catch (IllegalArgumentException | CharacterCodingException _) {
                return new Parsed.Broken("тело не является формой application/x-www-form-urlencoded в UTF-8");
            }
        }
        return new Parsed.Fields(form.values);
    }

    /** A key that no CRM would send interests nobody. */
    private void put(String key, String value) {
        if (key.length() <= LONGEST_KEY) {
            values.put(numbered(key), value);
        }
    }

    private String numbered(String key) {
        String rest = key;
        for (int next = rest.indexOf(NEXT); next >= 0; next = rest.indexOf(NEXT)) {
            String array = rest.substring(0, next);
            int number = counted.merge(array, 1, Integer::sum) - 1;
            rest = array + "[" + number + "]" + rest.substring(next + NEXT.length());
        }
        return rest;
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
