package dev.crm1c.connectors.tenantfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crm1c.model.port.TenantFile.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code infra/tenants/tenant.schema.json}, with its findings said in Russian: the schema's own descriptions tell what is expected. */
@ApplicationScoped
class TenantSchema {
    private static final String RESOURCE = "/tenants/tenant.schema.json";

    private final JsonNode source;
    private final Schema schema;

    TenantSchema() {
        try (InputStream file = TenantSchema.class.getResourceAsStream(RESOURCE)) {
            source = new ObjectMapper().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(source);
    }

    List<Fault> faultsIn(JsonNode file, YamlTree lines) {
        return schema.validate(file).stream()
                .map(error -> fault(error, lines))
                .distinct()
                .toList();
    }

    private Fault fault(Error error, YamlTree lines) {
        String place = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "required" ->
                new Fault(lines.lineOf(place), place + "/" + error.getProperty(), "нет обязательного поля");
            case "additionalProperties" -> {
                String field = place + "/" + error.getProperty();
                yield new Fault(lines.lineOf(field), field, "такого поля нет, проверьте название");
            }
            default -> new Fault(lines.lineOf(place), place, expected(error));
        };
    }

    private String expected(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        JsonNode rule = source.at(keyword.substring(0, keyword.lastIndexOf('/')));
        String description = rule.path("description").asText();
        return description.isEmpty() ? "значение не подходит" : "значение не подходит; нужно: " + description;
    }
}
