package dev.crm1c.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code template.yaml} as the local cloud needs it: the resources of a type, with references resolved. Knows {@code Ref}, {@code Fn::Sub} and
 * {@code Fn::GetAtt}; a resource of which anything else matters here must teach it that first.
 */
public final class SamTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final JsonNode root;
    private final Map<String, String> known = new HashMap<>();

    private SamTemplate(JsonNode root) {
        this.root = root;
    }

    /**
     * @param parameters values for the template's parameters; the others keep their defaults
     */
    public static SamTemplate read(Path file, String stackName, String region, Map<String, String> parameters)
            throws IOException {
        var template = new SamTemplate(TemplateYaml.read(file));
        template.root
                .path("Parameters")
                .properties()
                .forEach(parameter -> template.learn(
                        parameter.getKey(), parameter.getValue().path("Default").asText()));
        parameters.forEach(template::learn);
        template.learn("AWS::StackName", stackName);
        template.learn("AWS::Region", region);
        template.learn("AWS::AccountId", "000000000000");
        template.learn("AWS::Partition", "aws");
        template.learn("AWS::URLSuffix", "amazonaws.com");
        return template;
    }

    /** What {@code Ref} or {@code GetAtt} of something gives from now on: {@code WorkQueue}, {@code WorkQueue.Arn}. */
    public void learn(String reference, String value) {
        known.put(reference, value);
    }

    /** What {@code Ref} of a resource or parameter gives: the address of a queue, the name of a table. */
    public String reference(String logicalId) {
        return known(logicalId);
    }

    /** One resource: its logical id and its properties, globals laid under. */
    public record Resource(String logicalId, JsonNode properties) {}

    public List<Resource> resources(String type) {
        return resources()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .map(entry -> new Resource(
                        entry.getKey(), withGlobals(type, entry.getValue().path("Properties"))))
                .toList();
    }

    private Stream<Map.Entry<String, JsonNode>> resources() {
        return root.path("Resources").properties().stream();
    }

    private JsonNode withGlobals(String type, JsonNode properties) {
        JsonNode globals = type.equals("AWS::Serverless::Function")
                ? root.path("Globals").path("Function")
                : MissingNode.getInstance();
        if (globals.isMissingNode()) {
            return properties;
        }
        ObjectNode merged = globals.deepCopy();
        layOver(merged, properties);
        return merged;
    }

    /** The text that a value comes to. */
    public String text(JsonNode value) {
        if (value.has("Ref")) {
            return known(value.get("Ref").asText());
        }
        if (value.has("Fn::GetAtt")) {
            return known(value.get("Fn::GetAtt").get(0).asText() + "."
                    + value.get("Fn::GetAtt").get(1).asText());
        }
        if (value.has("Fn::Sub")) {
            Matcher variables = VARIABLE.matcher(value.get("Fn::Sub").asText());
            return variables.replaceAll(found -> Matcher.quoteReplacement(known(found.group(1))));
        }
        if (value.isContainerNode()) {
            throw new IllegalArgumentException("the local cloud cannot resolve " + value);
        }
        return value.asText();
    }

    private String known(String reference) {
        String value = known.get(reference);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the template refers to " + reference + ", which the local cloud does not know");
        }
        return value;
    }

    private static void layOver(ObjectNode below, JsonNode above) {
        for (Map.Entry<String, JsonNode> field : above.properties()) {
            if (field.getValue().isObject() && below.path(field.getKey()).isObject()) {
                layOver((ObjectNode) below.get(field.getKey()), field.getValue());
            } else {
                below.set(field.getKey(), field.getValue());
            }
        }
    }
}
