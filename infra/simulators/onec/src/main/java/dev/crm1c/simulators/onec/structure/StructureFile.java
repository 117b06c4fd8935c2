package dev.crm1c.simulators.onec.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code structures/<configuration>.json} and the overlay of the release; a new configuration is a new file. */
public final class StructureFile {
    private final JsonMapper json = JsonMapper.builder().build();

    public Structure read(String configuration, Release release) {
        JsonNode model = resource(configuration)
                .orElseThrow(() -> new IllegalArgumentException("no structure file for " + configuration));
        JsonNode overlay = release.overlay().isEmpty()
                ? json.createObjectNode()
                : resource(configuration + release.overlay()).orElseGet(json::createObjectNode);
        Map<String, List<String>> enumerations = enumerations(model, overlay);
        EntityReader reader = new EntityReader(new AttributeProperties(enumerations));
        LinkedHashMap<String, EntityStructure> entities = new LinkedHashMap<>();
        for (EntityKind kind : EntityKind.values()) {
            model.properties().forEach(object -> {
                if (object.getKey().startsWith(kind.word() + ".")) {
                    String name = object.getKey().substring(kind.word().length() + 1);
                    EntityStructure entity = reader.read(kind, name, object.getValue());
                    entities.put(entity.set(), entity);
                }
            });
        }
        return new Structure(entities, enumerations);
    }

    private static Map<String, List<String>> enumerations(JsonNode model, JsonNode overlay) {
        Map<String, List<String>> enumerations = new LinkedHashMap<>();
        model.properties().forEach(object -> {
            if (object.getKey().startsWith("Enum.")) {
                List<String> values = new ArrayList<>();
                object.getValue().path("values").forEach(value -> values.add(value.asText()));
                overlay.path(object.getKey()).path("add").forEach(value -> values.add(value.asText()));
                enumerations.put(object.getKey().substring(5), List.copyOf(values));
            }
        });
        return enumerations;
    }

    private Optional<JsonNode> resource(String name) {
        try (InputStream stream = StructureFile.class.getResourceAsStream("/structures/" + name + ".json")) {
            return stream == null ? Optional.empty() : Optional.of(json.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read structure " + name, e);
        }
    }
}
