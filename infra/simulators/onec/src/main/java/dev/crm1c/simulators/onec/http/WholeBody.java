package dev.crm1c.simulators.onec.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a PUT: every property has to be there, and references come as {@code X@odata.bind} (onec.md §1.6 [doc]).
 * What PATCH would call them is no answer to that. An empty reference is bound to null.
 */
final class WholeBody {
    private static final Set<String> KEPT_BY_1C =
            Set.of(Property.REF_KEY, "DataVersion", "Predefined", "PredefinedDataName");
    private static final Pattern BOUND = Pattern.compile("(?:.*/)?(?<set>[^/(]+)\\(guid'(?<key>[^']*)'\\)");
    private final ObjectNode given;
    private final ObjectNode whole;

    private WholeBody(ObjectNode given) {
        this.given = given;
        this.whole = given.deepCopy();
    }

    /** The same as a PATCH would have it. */
    static ObjectNode of(EntityStructure entity, ObjectNode given) {
        WholeBody body = new WholeBody(given);
        entity.shape().properties().stream()
                .filter(property -> !KEPT_BY_1C.contains(property.name()) && !property.typeName())
                .filter(property -> !entity.shape().keys().contains(property.name()))
                .forEach(body::require);
        entity.parts().forEach(part -> body.present(part.name()));
        return body.whole;
    }

    private void require(Property property) {
        property.navigation().ifPresentOrElse(navigation -> bind(property, navigation), () -> present(property.name()));
    }

    private void bind(Property property, String navigation) {
        JsonNode bound = present(navigation + "@odata.bind");
        boolean composite = property.type() instanceof PropertyType.Composite;
        if (bound.isNull()) {
            whole.putNull(property.name());
            if (composite) {
                whole.put(property.name() + "_Type", Value.UNDEFINED);
            }
            return;
        }
        Matcher target = BOUND.matcher(bound.asText());
        if (!target.matches()) {
            throw ODataFailure.badValue("Неверная ссылка в " + navigation + "@odata.bind");
        }
        whole.put(property.name(), target.group("key"));
        if (composite) {
            whole.put(property.name() + "_Type", Value.NAMESPACE + target.group("set"));
        }
    }

    private JsonNode present(String name) {
        JsonNode value = given.get(name);
        if (value == null) {
            throw ODataFailure.valueMissing(name);
        }
        return value;
    }
}
