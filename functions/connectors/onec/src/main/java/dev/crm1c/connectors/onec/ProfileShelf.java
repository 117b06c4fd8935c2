package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The profiles that this release carries, read when first asked for. */
@ApplicationScoped
class ProfileShelf {
    private final ObjectMapper yaml = new YAMLMapper();
    private final Map<String, Profile> read = new ConcurrentHashMap<>();

    Profile of(Tenant tenant) {
        return read.computeIfAbsent(tenant.onec().configuration(), this::read);
    }

    private Profile read(String configuration) {
        String resource = "/profiles/" + configuration + ".yaml";
        try (InputStream file = ProfileShelf.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException("this release has no profile " + configuration);
            }
            return new Profile(yaml.readTree(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
