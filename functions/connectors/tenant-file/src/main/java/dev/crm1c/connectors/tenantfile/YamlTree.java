package dev.crm1c.connectors.tenantfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as a JSON tree that remembers the line of every node. Bounded, because the file comes from outside: 64 KB, no aliases, depth 20.
 */
record YamlTree(JsonNode root, Map<String, Integer> lines) {
    private static final int LARGEST = 64 * 1024;
    private static final int DEEPEST = 20;
    /** Longer runs of digits are names (ИНН, КПП), not numbers, with or without quotes. */
    private static final String SMALL_NUMBER = "0|-?[1-9][0-9]{0,5}";

    sealed interface Parsed {
        record Tree(YamlTree tree) implements Parsed {}

        record Broken(int line, String why) implements Parsed {}
    }

    static Parsed parse(String text) {
        if (text.length() > LARGEST) {
            return new Parsed.Broken(1, "файл больше 64 КБ");
        }
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (!(node instanceof MappingNode)) {
                return new Parsed.Broken(1, "файл пуст или это не список полей");
            }
            var lines = new HashMap<String, Integer>();
            return new Parsed.Tree(new YamlTree(json(node, "", lines), lines));
        } catch (Repeated repeated) {
            return new Parsed.Broken(repeated.line, "поле «" + repeated.key + "» задано дважды");
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            return new Parsed.Broken(line, "ошибка в записи YAML: проверьте отступы, двоеточия и кавычки");
        } catch (YAMLException _) {
            return new Parsed.Broken(1, "это не YAML");
        }
    }

    /** The line of a field, or of the nearest one around it that the file has. */
    int lineOf(String pointer) {
        String nearest = pointer;
        while (!nearest.isEmpty() && !lines.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return lines.getOrDefault(nearest, 1);
    }

    private static JsonNode json(Node node, String pointer, Map<String, Integer> lines) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, lines);
            case SequenceNode sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (Node element : sequence.getValue()) {
                    array.add(json(element, pointer + "/" + array.size(), lines));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new YAMLException("an unknown kind of node");
        };
    }

    private static ObjectNode object(MappingNode mapping, String pointer, Map<String, Integer> lines) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple pair : mapping.getValue()) {
            String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int line = pair.getKeyNode().getStartMark().getLine() + 1;
            if (object.has(key)) {
                throw new Repeated(key, line);
            }
            String inner = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            lines.put(inner, line);
            object.set(key, json(pair.getValueNode(), inner, lines));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.INT) && text.matches(SMALL_NUMBER)) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JsonNodeFactory.instance.booleanNode(text.equalsIgnoreCase("true"));
        }
        return scalar.getTag().equals(Tag.NULL)
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(text);
    }

    /** YAML parsers let the last of two equal keys win; nobody means that. */
    private static final class Repeated extends YAMLException {
        private final String key;
        private final int line;

        Repeated(String key, int line) {
            super("repeated key");
            this.key = key;
            this.line = line;
        }
    }
}
