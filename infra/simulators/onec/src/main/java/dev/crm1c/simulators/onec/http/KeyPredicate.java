package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.ScalarReader;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key in parentheses; a single one needs no name, of several none may be missing, or it is error 7 (onec.md
 * §1.2).
 */
final class KeyPredicate {
    private static final Pattern PART = Pattern.compile(
            "(?:(?<name>[\\p{L}\\d_]+)=)?(?:(?<kind>[a-z]+)?'(?<quoted>(?:[^']|'')*)'|(?<bare>[^',]+))(?:,|$)");
    private final Map<String, String> parts = new HashMap<>();

    private KeyPredicate() {}

    static EntityKey of(Shape shape, String text) {
        KeyPredicate predicate = new KeyPredicate();
        predicate.split(shape, text);
        ScalarReader scalars = new ScalarReader();
        List<Value> values = shape.keys().stream()
                .map(name -> shape.property(name).orElseThrow())
                .map(property -> predicate.value(property, scalars))
                .toList();
        return EntityKey.of(values);
    }

    private void split(Shape shape, String text) {
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new ODataFailure(400, "2", "Неверный формат ключа: " + text);
            }
            String name = matcher.group("name") == null ? shape.keys().getFirst() : matcher.group("name");
            String quoted = matcher.group("quoted");
            parts.put(name, quoted == null ? matcher.group("bare") : quoted.replace("''", "'"));
            end = matcher.end();
        }
    }

    private Value value(Property property, ScalarReader scalars) {
        String text = parts.get(property.name());
        if (text == null) {
            throw ODataFailure.keyPartMissing(property.name());
        }
        return switch (property.type()) {
            case PropertyType.Composite _ -> new Value.Composite(Value.UNDEFINED, text);
            case PropertyType.CompositeTypeName _, PropertyType.Text _ -> new Value.Text(text);
            default ->
                scalars.parse(property.type(), text)
                        .orElseThrow(() ->
                                ODataFailure.unparsable(text, property.type().edm()));
        };
    }
}
