package dev.crm1c.simulators.onec.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the OData service stands on the web server.
 *
 * @param scheme http or https
 * @param longestQuery IIS refuses a longer raw query string
 */
public record Publication(String scheme, List<String> root, int longestQuery) {
    private static final int LONGEST_SEGMENT = 260;

    public static Publication at(String scheme, String path, int longestQuery) {
        List<String> root = Stream.of((path + "/odata/standard.odata").split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return new Publication(scheme, root, longestQuery);
    }

    /** What is asked of the service; empty when the target is not below its root. */
    Optional<List<String>> resource(Target target) {
        return target.below(root);
    }

    boolean segmentTooLong(Target target) {
        return target.longestSegment() > LONGEST_SEGMENT;
    }

    boolean queryTooLong(Target target) {
        return target.queryLength() > longestQuery;
    }

    String rootFor(String host) {
        return scheme + "://" + host + "/" + String.join("/", root);
    }
}
