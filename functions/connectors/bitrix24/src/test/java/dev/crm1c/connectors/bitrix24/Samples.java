package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The answers printed in the vendor's documentation, one file for each method. */
final class Samples {
    private Samples() {}

    record OfMethod(String method, List<JsonNode> responses, List<JsonNode> errors) {
        @Override
        public String toString() {
            return method;
        }
    }

    static List<OfMethod> all() {
        try (Stream<Path> files = Files.list(path("/samples/rest"))) {
            return files.sorted().map(Samples::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static OfMethod of(String method) {
        return read(path("/samples/rest/" + method + ".json"));
    }

    static JsonNode systemErrors() {
        return json(path("/samples/errors/system-errors.json"));
    }

    private static OfMethod read(Path file) {
        JsonNode sample = json(file);
        return new OfMethod(
                sample.path("method").asText(),
                sample.path("responses").valueStream().toList(),
                sample.path("errors").valueStream().toList());
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path path(String resource) {
        try {
            return Path.of(Samples.class.getResource(resource).toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
