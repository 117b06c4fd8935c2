package dev.crm1c.simulators.onec.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Structure;
import java.util.List;
import java.util.Optional;

/**
 * Reads the pair {@code X} + {@code X_Type} (onec.md §1.3). A value whose type is not named, or is not one of the
 * attribute's own, is no value of the attribute: it is stored as Undefined and nobody is told.
 */
final class CompositeReader {
    private static final Value UNDEFINED = new Value.Composite(Value.UNDEFINED, "");
    private final Structure structure;

    CompositeReader(Structure structure) {
        this.structure = structure;
    }

    Optional<Value> read(String name, PropertyType.Composite type, ObjectNode body) {
        JsonNode value = body.path(name);
        JsonNode typeName = body.path(name + "_Type");
        if (value.isMissingNode() && typeName.isMissingNode()) {
            return Optional.empty();
        }
        if (value.isContainerNode() || typeName.isContainerNode()) {
            throw ODataFailure.internal();
        }
        String text = value.isNull() ? "" : value.asText("");
        String wireType = typeName.isMissingNode() || typeName.isNull() ? "Edm.String" : typeName.asText();
        return Optional.of(type.admits(wireType) ? typed(wireType, text) : UNDEFINED);
    }

    private Value typed(String wireType, String text) {
        if (!wireType.startsWith(Value.NAMESPACE)) {
            return wireType.startsWith("Edm.") ? new Value.Composite(wireType, text) : UNDEFINED;
        }
        String name = wireType.substring(Value.NAMESPACE.length());
        List<String> enumeration = structure.enumerations().get(name);
        if (enumeration != null) {
            return enumeration.contains(text) ? new Value.Composite(wireType, text) : UNDEFINED;
        }
        if (wireType.equals(Value.UNDEFINED)) {
            return UNDEFINED;
        }
        return Value.Composite.reference(name, ScalarReader.guid(text));
    }
}
