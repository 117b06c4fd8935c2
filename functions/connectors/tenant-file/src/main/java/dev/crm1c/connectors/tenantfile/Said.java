package dev.crm1c.connectors.tenantfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a tenant file says at one place, once the schema has passed it.
 *
 * @param pointer of the place, for faults: {@code /onec/address}
 */
record Said(JsonNode value, String pointer) {

    Said at(String field) {
        return new Said(value.path(field), pointer + "/" + field);
    }

    boolean isMissing() {
        return value.isMissingNode();
    }

    /** Blank where nothing was said. */
    String text() {
        return value.asText();
    }

    /** The word's meaning; the schema lets no other words in. */
    <T> Optional<T> among(T[] known, Function<T, String> wireName) {
        return Arrays.stream(known)
                .filter(one -> wireName.apply(one).equals(text()))
                .findFirst();
    }

    List<Said> parts() {
        var parts = new ArrayList<Said>();
        value.forEach(part -> parts.add(new Said(part, pointer + "/" + parts.size())));
        return parts;
    }

    /** A single text is a list of one. */
    Set<String> texts() {
        var texts = new HashSet<String>();
        if (value.isValueNode()) {
            texts.add(text());
        }
        value.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Field by field. */
    Map<String, String> textByField() {
        var texts = new HashMap<String, String>();
        value.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    Map<String, Set<String>> textsByField() {
        var texts = new HashMap<String, Set<String>>();
        value.properties()
                .forEach(field -> texts.put(field.getKey(), at(field.getKey()).texts()));
        return texts;
    }
}
