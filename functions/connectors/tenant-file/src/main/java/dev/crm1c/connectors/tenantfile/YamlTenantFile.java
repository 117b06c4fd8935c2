package dev.crm1c.connectors.tenantfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.port.TenantFile;
import dev.crm1c.model.tenant.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tenant file in YAML: read, laid over its preset, checked by the schema and by what no schema can say, made into a tenant. */
@ApplicationScoped
class YamlTenantFile implements TenantFile {
    private final TenantSchema schema;
    private final ObjectMapper json = new ObjectMapper();

    YamlTenantFile(TenantSchema schema) {
        this.schema = schema;
    }

    @Override
    public Reading read(String text) {
        return switch (YamlTree.parse(text)) {
            case YamlTree.Parsed.Broken(int line, String why) -> new Reading.Faulty(List.of(new Fault(line, "", why)));
            case YamlTree.Parsed.Tree(YamlTree file) -> readWithPreset(file);
        };
    }

    @Override
    public WayIn wayIn(Secret crmSecret) {
        JsonNode secret;
        try {
            secret = json.readTree(crmSecret.text());
        } catch (JsonProcessingException _) {
            return new WayIn.None();
        }
        List<Secret> tokens = filledTexts(secret.path("applicationToken"));
        if (!tokens.isEmpty()) {
            return new WayIn.Tokens(tokens);
        }
        boolean application = !filledTexts(secret.path("clientId")).isEmpty()
                && !filledTexts(secret.path("clientSecret")).isEmpty();
        return application ? new WayIn.Installation() : new WayIn.None();
    }

    private List<Secret> filledTexts(JsonNode oneOrMore) {
        var texts = new ArrayList<Secret>();
        (oneOrMore.isArray() ? oneOrMore : json.createArrayNode().add(oneOrMore)).forEach(one -> {
            if (one.isTextual() && !one.asText().isBlank()) {
                texts.add(new Secret(one.asText()));
            }
        });
        return texts;
    }

    private Reading readWithPreset(YamlTree file) {
        ObjectNode whole = json.createObjectNode();
        if (file.root().has("preset")) {
            String preset = file.root().get("preset").asText();
            JsonNode known = preset(preset);
            if (known.isEmpty()) {
                return new Reading.Faulty(List.of(new Fault(
                        file.lineOf("/preset"),
                        "/preset",
                        "такой заготовки нет; есть bitrix24-accounting-3, bitrix24-trade-11, bitrix24-erp-2")));
            }
            layOver(whole, known);
        }
        layOver(whole, file.root());
        List<Fault> faults = schema.faultsIn(whole, file);
        return faults.isEmpty() ? new TenantFields(whole, file).reading() : new Reading.Faulty(faults);
    }

    /** An empty object when this release has no such preset. */
    private JsonNode preset(String name) {
        if (!name.matches("[a-z0-9-]{1,64}")) {
            return json.createObjectNode();
        }
        try (InputStream file = YamlTenantFile.class.getResourceAsStream("/tenants/presets/" + name + ".yaml")) {
            if (file == null) {
                return json.createObjectNode();
            }
            return switch (YamlTree.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))) {
                case YamlTree.Parsed.Tree(YamlTree tree) -> tree.root();
                case YamlTree.Parsed.Broken(int line, String why) ->
                    throw new IllegalStateException("preset " + name + ", line " + line + ": " + why);
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Objects are merged, everything else is replaced. */
    private static void layOver(ObjectNode below, JsonNode above) {
        for (Map.Entry<String, JsonNode> field : above.properties()) {
            if (field.getValue().isObject() && below.path(field.getKey()).isObject()) {
                layOver((ObjectNode) below.get(field.getKey()), field.getValue());
            } else {
                below.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
