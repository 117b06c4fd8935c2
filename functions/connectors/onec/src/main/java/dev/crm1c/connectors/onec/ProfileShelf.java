package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/** The profiles that this release carries, each read when first asked for, with what a tenant has otherwise laid over it. */
@ApplicationScoped
class ProfileShelf {
    private static final String EXTENDS = "extends";
    private static final List<String> CONFIGURATIONS = List.of("accounting-3", "trade-11", "erp-2");

    private final ObjectMapper yaml = new YAMLMapper();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Edition, Profile> read = new ConcurrentHashMap<>();

    private record Edition(String configuration, String changes) {}

    Profile of(Tenant tenant) {
        OneCConnection onec = tenant.onec();
        return read.computeIfAbsent(
                new Edition(onec.configuration(), onec.tailoring().profile()), this::read);
    }

    /** Every configuration that this release knows, as shipped. */
    SequencedMap<String, Profile> shipped() {
        var profiles = new LinkedHashMap<String, Profile>();
        CONFIGURATIONS.forEach(name -> profiles.put(name, read.computeIfAbsent(new Edition(name, "{}"), this::read)));
        return profiles;
    }

    private Profile read(Edition edition) {
        ObjectNode profile = shipped(edition.configuration());
        layOver(profile, tree(edition.changes()));
        return new Profile(profile);
    }

    private ObjectNode shipped(String configuration) {
        String resource = "/profiles/" + configuration + ".yaml";
        try (InputStream file = ProfileShelf.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException("this release has no profile " + configuration);
            }
            ObjectNode profile = (ObjectNode) yaml.readTree(file);
            if (!profile.has(EXTENDS)) {
                return profile;
            }
            ObjectNode below = shipped(profile.remove(EXTENDS).asText());
            layOver(below, profile);
            return below;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private JsonNode tree(String changes) {
        try {
            return json.readTree(changes);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Objects are merged, everything else is replaced; {@code null} takes a field away. */
    private static void layOver(ObjectNode below, JsonNode above) {
        for (Map.Entry<String, JsonNode> field : above.properties()) {
            if (field.getValue().isNull()) {
                below.remove(field.getKey());
            } else if (field.getValue().isObject()
                    && below.get(field.getKey()) instanceof ObjectNode inner
                    && !Template.isConverter(inner)) {
                layOver(inner, field.getValue());
            } else {
                below.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
