package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.RecordWriting;
import dev.crm1c.simulators.onec.exchange.ChangeRegistrations;
import dev.crm1c.simulators.onec.structure.EntityKind;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets that an extension adds. To the base they are sets like others: nodes of an exchange plan are kept as a catalog
 * is, a constant is a record with one possible key.
 */
final class AddedSets {
    static final String SURROGATE_KEY = "SurrogateKey";
    static final String CONSTANT = "Constant_";
    private static final PropertyType TEXT = new PropertyType.Text(150, false);
    private static final PropertyType NUMBER = new PropertyType.Whole(10);

    private AddedSets() {}

    /** A constant always has a value, if only the empty one. */
    static void beginConstants(Infobase base, List<Alteration> alterations) {
        RecordWriting records = new RecordWriting(base);
        alterations.stream()
                .flatMap(alteration -> alteration instanceof Alteration.WithConstant(var name, var _)
                        ? Stream.of(base.structure().known(CONSTANT + name))
                        : Stream.empty())
                .forEach(constant -> records.create(constant, JsonNodeFactory.instance.objectNode()));
    }

    static EntityStructure exchangePlan(String name) {
        String set = "ExchangePlan_" + name;
        List<Property> properties = List.of(
                new Property(Property.REF_KEY, new PropertyType.Reference(set)),
                new Property("DataVersion", TEXT),
                new Property("DeletionMark", new PropertyType.Flag()),
                new Property("Code", TEXT),
                new Property("Description", TEXT),
                new Property(ChangeRegistrations.THIS_NODE, new PropertyType.Flag()),
                new Property("SentNo", NUMBER),
                new Property("ReceivedNo", NUMBER));
        Shape shape = new Shape(set, properties, List.of(Property.REF_KEY));
        return new EntityStructure(EntityKind.CATALOG, name, shape, List.of(), Optional.empty(), Optional.empty());
    }

    static EntityStructure constant(String name, PropertyType type) {
        String value = type instanceof PropertyType.Reference ? "Value_Key" : "Value";
        List<Property> properties =
                List.of(new Property(SURROGATE_KEY, new PropertyType.Identifier()), new Property(value, type));
        Shape shape = new Shape(CONSTANT + name, properties, List.of(SURROGATE_KEY));
        return new EntityStructure(
                EntityKind.INFORMATION_REGISTER, name, shape, List.of(), Optional.empty(), Optional.empty());
    }
}
