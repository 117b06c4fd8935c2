package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The structure of a configuration by the names that OData gives its sets and fields. Source: reference "onec", 1.2 and 1.3. */
record ConfigurationStructure(JsonNode objects, Map<String, Set<String>> enumerations) {

    static ConfigurationStructure of(String configuration) {
        JsonNode objects = resource(configuration);
        var enumerations = new HashMap<String, Set<String>>();
        for (JsonNode release : List.of(objects, resource(configuration + ".2026"))) {
            release.properties().stream()
                    .filter(object -> object.getKey().startsWith("Enum."))
                    .forEach(object -> {
                        Set<String> values = enumerations.computeIfAbsent(
                                object.getKey().substring("Enum.".length()), _ -> new TreeSet<>());
                        object.getValue().forEach(list -> list.forEach(value -> values.add(value.asText())));
                    });
        }
        return new ConfigurationStructure(objects, enumerations);
    }

    private static JsonNode resource(String name) {
        try (InputStream file = ConfigurationStructure.class.getResourceAsStream("/structures/" + name + ".json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** {@code Catalog_X} is {@code Catalog.X}; the records of a register are the register. */
    Optional<Owner> set(String set) {
        String plain = set.endsWith("_RecordType") ? set.substring(0, set.length() - "_RecordType".length()) : set;
        String name = plain.replaceFirst("_", ".");
        return Optional.ofNullable(objects.get(name)).map(object -> new Owner(name, object));
    }

    Set<String> sets() {
        var sets = new TreeSet<String>();
        objects.fieldNames().forEachRemaining(name -> sets.add(name.replaceFirst("\\.", "_")));
        return sets;
    }

    boolean hasValue(Attribute attribute, String word) {
        return attribute.types().stream()
                .filter(type -> type.startsWith("EnumRef."))
                .map(type -> enumerations.getOrDefault(type.substring("EnumRef.".length()), Set.of()))
                .anyMatch(values -> values.contains(word));
    }

    /** An object or one of its tabular parts. */
    record Owner(String name, JsonNode node) {

        boolean hasFolders() {
            return node.path("Hierarchical").asBoolean()
                    && node.path("HierarchyType").asText().equals("HierarchyFoldersAndItems");
        }

        Optional<Owner> part(String part) {
            return stream(node.path("tabular"))
                    .filter(candidate -> candidate.path("name").asText().equals(part))
                    .map(found -> new Owner(name + "." + part, found))
                    .findFirst();
        }

        Optional<Attribute> attribute(String field) {
            return attributes()
                    .filter(attribute -> attribute.fieldName().equals(field))
                    .findFirst();
        }

        Set<String> names() {
            var names = new TreeSet<String>();
            attributes().map(Attribute::fieldName).forEach(names::add);
            return names;
        }

        /** What the form insists on, by the names of the fields. An owner, where there is one, is insisted on as well. */
        Set<String> requiredNames() {
            var names = new TreeSet<String>();
            attributes().filter(Attribute::fill).map(Attribute::fieldName).forEach(names::add);
            return names;
        }

        private Stream<Attribute> attributes() {
            Stream<Attribute> own = Stream.of("attributes", "dimensions", "resources")
                    .flatMap(group -> stream(node.path(group)))
                    .map(attribute -> new Attribute(
                            attribute.path("name").asText(),
                            stream(attribute.path("types"))
                                    .map(JsonNode::asText)
                                    .toList(),
                            attribute.path("len").asInt(),
                            attribute.path("frac").asInt(),
                            attribute.path("fill").asBoolean()));
            return Stream.concat(own, standard().stream());
        }

        private List<Attribute> standard() {
            var standard = new ArrayList<Attribute>();
            if (name.startsWith("Document.")) {
                standard.add(new Attribute("Date", List.of("Date"), 0, 0, insists("Date")));
                standard.add(new Attribute(
                        "Number", List.of("String"), node.path("NumberLength").asInt(), 0, false));
            }
            if (node.has("DescriptionLength")) {
                standard.add(new Attribute(
                        "Description",
                        List.of("String"),
                        node.path("DescriptionLength").asInt(),
                        0,
                        insists("Description")));
            }
            if (node.has("CodeLength")) {
                standard.add(new Attribute(
                        "Code", List.of("String"), node.path("CodeLength").asInt(), 0, false));
            }
            if (node.path("Hierarchical").asBoolean()) {
                standard.add(new Attribute("Parent", List.of(name.replaceFirst("\\.", "Ref.")), 0, 0, false));
            }
            if (node.has("owners")) {
                List<String> owners = stream(node.path("owners"))
                        .map(owner -> owner.asText().replaceFirst("\\.", "Ref."))
                        .toList();
                standard.add(new Attribute("Owner", owners, 0, 0, insists("Owner")));
            }
            return standard;
        }

        private boolean insists(String standardName) {
            return stream(node.path("stdFill")).anyMatch(name -> name.asText().equals(standardName));
        }

        private static Stream<JsonNode> stream(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false);
        }
    }

    /** @param length 0 for a text without limit */
    record Attribute(String name, List<String> types, int length, int fraction, boolean fill) {

        /** A reference to one kind of object is {@code X_Key}. */
        String fieldName() {
            return reference() ? name + "_Key" : name;
        }

        boolean composite() {
            return types.size() > 1 || any();
        }

        private boolean any() {
            return types.stream().anyMatch(type -> type.startsWith("Characteristic.") || type.endsWith("Ref"));
        }

        boolean reference() {
            return !composite()
                    && types.getFirst().contains("Ref.")
                    && !types.getFirst().startsWith("EnumRef.");
        }

        boolean accepts(String set) {
            return any() || types.contains(set.replaceFirst("_", "Ref."));
        }

        boolean text() {
            return types.equals(List.of("String"));
        }

        boolean holds(int characters) {
            return length == 0 || characters <= length;
        }

        boolean flag() {
            return types.equals(List.of("Boolean"));
        }

        boolean number() {
            return types.equals(List.of("Number"));
        }

        boolean moment() {
            return types.equals(List.of("Date"));
        }
    }
}
