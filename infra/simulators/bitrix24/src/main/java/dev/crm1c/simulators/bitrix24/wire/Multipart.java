package dev.crm1c.simulators.bitrix24.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads multipart/form-data into the same nested arrays as a form (bitrix24.md §4.1, §7.1). A part with a file name
 * goes where PHP keeps uploads and not among the parameters.
 */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*;\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)content-disposition:[^\\r\\n]*;\\s*filename=");
    private static final String HEADERS_END = "\r\n\r\n";

    private Multipart() {}

    /** Nothing when the type names no boundary. */
    public static ObjectNode parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Json.object();
        }
        List<String> pairs = new ArrayList<>();
        String text = new String(body, StandardCharsets.UTF_8);
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)))) {
            pair(part).ifPresent(pairs::add);
        }
        return PhpForm.parse(String.join("&", pairs));
    }

    private static Optional<String> pair(String part) {
        int headersEnd = part.indexOf(HEADERS_END);
        if (headersEnd < 0) {
            return Optional.empty();
        }
        String headers = part.substring(0, headersEnd);
        Matcher name = NAME.matcher(headers);
        if (!name.find() || FILE.matcher(headers).find()) {
            return Optional.empty();
        }
        String value = part.substring(headersEnd + HEADERS_END.length()).replaceFirst("\\r\\n$", "");
        return Optional.of(encode(name.group(1)) + "=" + encode(value));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
