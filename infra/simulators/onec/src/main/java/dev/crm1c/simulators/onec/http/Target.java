package dev.crm1c.simulators.onec.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a URL asks for. Only percents are decoded: a plus is a plus (onec.md §1.1). A bare {@code ;} separates options,
 * which is why {@code $format=application/json;odata=…} has to be sent encoded.
 */
record Target(String path, List<String> segments, String query, int queryLength, Map<String, String> options) {

    static Target of(URI uri) {
        String rawPath = uri.getRawPath();
        String rawQuery = Optional.ofNullable(uri.getRawQuery()).orElse("");
        List<String> segments = Stream.of(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Target::decoded)
                .toList();
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : rawQuery.split("[&;]")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                options.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                options.put(decoded(pair), "");
            }
        }
        return new Target(decoded(rawPath), segments, decoded(rawQuery), rawQuery.length(), options);
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What is left after these segments; empty when the target is not below them. */
    Optional<List<String>> below(List<String> root) {
        boolean inside = segments.size() >= root.size()
                && segments.subList(0, root.size()).equals(root);
        return inside ? Optional.of(segments.subList(root.size(), segments.size())) : Optional.empty();
    }

    int longestSegment() {
        return segments.stream().mapToInt(String::length).max().orElse(0);
    }

    String text() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
