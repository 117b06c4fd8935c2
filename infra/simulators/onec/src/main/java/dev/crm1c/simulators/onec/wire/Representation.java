package dev.crm1c.simulators.onec.wire;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.Locale;
import java.util.Map;

/** In what form an answer goes out: Atom, unless JSON was asked for (onec.md §1.1). */
public enum Representation {
    ATOM,
    JSON_NO_METADATA,
    JSON_MINIMAL_METADATA,
    JSON_FULL_METADATA;

    private static final String JSON = "application/json";

    public boolean json() {
        return this != ATOM;
    }

    /** {@code $format} wins over {@code Accept}. */
    public static Representation asked(Map<String, String> options, String accept) {
        String format = options.get("$format");
        if (format == null) {
            return accepted(accept);
        }
        String asked = format.toLowerCase(Locale.ROOT);
        if (asked.equals("json") || asked.startsWith(JSON)) {
            return level(asked);
        }
        if (asked.equals("atom") || asked.startsWith("application/atom+xml")) {
            return ATOM;
        }
        throw ODataFailure.unsupportedFormat(format);
    }

    public static Representation accepted(String accept) {
        String asked = accept.toLowerCase(Locale.ROOT);
        return asked.contains(JSON) ? level(asked) : ATOM;
    }

    private static Representation level(String asked) {
        String plain = asked.replace(" ", "");
        if (plain.contains("odata=nometadata")) {
            return JSON_NO_METADATA;
        }
        return plain.contains("odata=fullmetadata") ? JSON_FULL_METADATA : JSON_MINIMAL_METADATA;
    }

    String jsonType() {
        String level = switch (this) {
            case JSON_NO_METADATA -> "nometadata";
            case JSON_FULL_METADATA -> "fullmetadata";
            case ATOM, JSON_MINIMAL_METADATA -> "minimalmetadata";
        };
        return JSON + ";odata=" + level + ";charset=utf-8";
    }
}
