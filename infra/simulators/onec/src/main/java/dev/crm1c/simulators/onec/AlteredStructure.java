package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.Structure;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes another structure of the one in the file. What is to be altered must be there: a slip is no alteration. */
final class AlteredStructure {
    private final Structure structure;

    private AlteredStructure(Structure structure) {
        this.structure = structure;
    }

    static Structure of(Structure structure, List<Alteration> alterations) {
        Structure altered = structure;
        for (Alteration alteration : alterations) {
            altered = new AlteredStructure(altered).by(alteration);
        }
        return altered;
    }

    private Structure by(Alteration alteration) {
        return switch (alteration) {
            case Alteration.WithoutSet(var set) -> withoutSet(set);
            case Alteration.WithoutProperty(var set, var property) -> withoutProperty(set, property);
            case Alteration.SingleReference(var set, var composite, var target) ->
                withReference(set, composite, target);
            case Alteration.WithoutEnumValue(var enumeration, var value) -> withoutEnumValue(enumeration, value);
            case Alteration.WithConstant(var name, var type) -> withSet(AddedSets.constant(name, type));
            case Alteration.WithExchangePlan(var name, var sets) -> {
                sets.forEach(structure::known);
                yield withSet(AddedSets.exchangePlan(name));
            }
        };
    }

    private Structure withSet(EntityStructure added) {
        SequencedMap<String, EntityStructure> entities = new LinkedHashMap<>(structure.entities());
        entities.put(added.set(), added);
        return new Structure(entities, structure.enumerations());
    }

    private Structure withoutSet(String set) {
        structure.known(set);
        SequencedMap<String, EntityStructure> entities = new LinkedHashMap<>(structure.entities());
        entities.remove(set);
        return new Structure(entities, structure.enumerations());
    }

    private Structure withoutProperty(String set, String property) {
        boolean part =
                structure.entity(set).flatMap(entity -> entity.part(property)).isPresent();
        if (part) {
            return entities(entity -> entity.set().equals(set) ? withoutPart(entity, property) : entity);
        }
        requireProperty(set, property);
        return reshaped(shape -> shape.set().equals(set) ? without(shape, property) : shape);
    }

    private Structure withReference(String set, String composite, String target) {
        requireProperty(set, composite);
        requireProperty(set, composite + "_Type");
        Property single = new Property(composite + "_Key", new PropertyType.Reference(target));
        return reshaped(shape -> shape.set().equals(set) ? with(without(shape, composite), single) : shape);
    }

    private Structure withoutEnumValue(String enumeration, String value) {
        List<String> values = structure.enumerations().getOrDefault(enumeration, List.of());
        if (!values.contains(value)) {
            throw new IllegalArgumentException("no " + value + " in " + enumeration);
        }
        List<String> left = values.stream().filter(each -> !each.equals(value)).toList();
        Map<String, List<String>> enumerations = new LinkedHashMap<>(structure.enumerations());
        enumerations.put(enumeration, left);
        Structure reshaped = reshaped(shape -> each(
                shape,
                property ->
                        property.type() instanceof PropertyType.EnumName(var name, var _) && name.equals(enumeration)
                                ? new Property(property.name(), new PropertyType.EnumName(name, left))
                                : property));
        return new Structure(reshaped.entities(), enumerations);
    }

    private void requireProperty(String set, String property) {
        Shape shape = structure
                .entity(set)
                .map(EntityStructure::shape)
                .or(() -> structure.part(set).map(owned -> owned.part().shape()))
                .orElseThrow(() -> new IllegalArgumentException("no such set in this structure: " + set));
        if (shape.property(property).isEmpty()) {
            throw new IllegalArgumentException("no " + property + " in " + set);
        }
    }

    private static Shape without(Shape shape, String property) {
        List<Property> left = shape.properties().stream()
                .filter(each -> !each.name().equals(property))
                .filter(each ->
                        !(each.type() instanceof PropertyType.CompositeTypeName(var of)) || !of.equals(property))
                .toList();
        List<String> keys = shape.keys().stream()
                .filter(key -> left.stream().anyMatch(each -> each.name().equals(key)))
                .toList();
        return new Shape(shape.set(), left, keys);
    }

    private static Shape with(Shape shape, Property added) {
        List<Property> more =
                Stream.concat(shape.properties().stream(), Stream.of(added)).toList();
        return new Shape(shape.set(), more, shape.keys());
    }

    private static Shape each(Shape shape, UnaryOperator<Property> change) {
        return new Shape(shape.set(), shape.properties().stream().map(change).toList(), shape.keys());
    }

    private Structure reshaped(UnaryOperator<Shape> change) {
        return entities(entity -> rebuilt(
                entity,
                change.apply(entity.shape()),
                entity.parts().stream()
                        .map(part -> new TabularPart(part.name(), change.apply(part.shape()), part.rowType()))
                        .toList()));
    }

    private Structure entities(UnaryOperator<EntityStructure> change) {
        SequencedMap<String, EntityStructure> entities = new LinkedHashMap<>();
        structure.entities().forEach((set, entity) -> entities.put(set, change.apply(entity)));
        return new Structure(entities, structure.enumerations());
    }

    private static EntityStructure withoutPart(EntityStructure entity, String name) {
        List<TabularPart> left = entity.parts().stream()
                .filter(part -> !part.name().equals(name))
                .toList();
        return rebuilt(entity, entity.shape(), left);
    }

    private static EntityStructure rebuilt(EntityStructure entity, Shape shape, List<TabularPart> parts) {
        return new EntityStructure(entity.kind(), entity.name(), shape, parts, entity.series(), entity.records());
    }
}
