package dev.crm1c.simulators.onec.wire;

import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.Structure;
import dev.crm1c.simulators.onec.structure.TabularPart;
import dev.crm1c.simulators.onec.structure.VirtualTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The EDMX of the published sets, in the shape of onec.md §1.9. */
final class MetadataDocument {
    private final Structure structure;
    private final List<EntityStructure> published;
    private final Set<String> visible;
    private final Xml xml = new Xml();

    MetadataDocument(Structure structure, List<EntityStructure> published) {
        this.structure = structure;
        this.published = published;
        this.visible = published.stream().map(EntityStructure::set).collect(Collectors.toSet());
    }

    String xml() {
        xml.start("edmx:Edmx", "xmlns:edmx", "http://schemas.microsoft.com/ado/2007/06/edmx", "Version", "1.0");
        xml.start(
                "edmx:DataServices",
                "xmlns:m",
                "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata",
                "m:DataServiceVersion",
                "3.0",
                "m:MaxDataServiceVersion",
                "3.0");
        xml.start("Schema", "xmlns", "http://schemas.microsoft.com/ado/2009/11/edm", "Namespace", "StandardODATA");
        published.forEach(entity -> {
            entity.parts().forEach(part -> entityType(part.shape(), List.of()));
            entityType(entity.shape(), entity.parts());
        });
        published.forEach(entity -> entity.parts().forEach(this::rowType));
        tables().map(VirtualTable::columns)
                .filter(columns -> columns.keys().isEmpty())
                .forEach(columns -> complexType(columns.set(), columns));
        enumerations();
        shapes().forEach(shape -> navigations(shape, property -> association(shape, property)));
        container();
        return xml.end().end().end().toString();
    }

    private Stream<Shape> shapes() {
        return published.stream()
                .flatMap(entity ->
                        Stream.concat(entity.parts().stream().map(TabularPart::shape), Stream.of(entity.shape())));
    }

    private void entityType(Shape shape, List<TabularPart> parts) {
        if (shape.open()) {
            xml.start("EntityType", "Name", shape.set(), "OpenType", "true");
        } else {
            xml.start("EntityType", "Name", shape.set());
        }
        xml.start("Key");
        shape.keys().forEach(key -> xml.empty("PropertyRef", "Name", key));
        xml.end();
        properties(shape, parts, Set.copyOf(shape.keys()));
        navigations(
                shape,
                property -> xml.empty(
                        "NavigationProperty",
                        "Name",
                        property.navigation().orElseThrow(),
                        "Relationship",
                        Value.NAMESPACE + relationship(shape, property),
                        "FromRole",
                        "Begin",
                        "ToRole",
                        "End"));
        xml.end();
    }

    /** {@code X_Type} comes after everything else, also after the parts. */
    private void properties(Shape shape, List<TabularPart> parts, Set<String> keys) {
        shape.properties().stream()
                .filter(property -> !property.typeName())
                .forEach(property -> property(property.name(), property.type().edm(), keys));
        parts.forEach(part -> property(part.name(), "Collection(" + Value.NAMESPACE + part.rowType() + ")", Set.of()));
        shape.properties().stream()
                .filter(Property::typeName)
                .forEach(property -> property(property.name(), "Edm.String", keys));
    }

    private void property(String name, String edm, Set<String> keys) {
        xml.empty("Property", "Name", name, "Type", edm, "Nullable", String.valueOf(!keys.contains(name)));
    }

    private void rowType(TabularPart part) {
        complexType(part.rowType(), part.shape());
    }

    private void complexType(String name, Shape shape) {
        xml.start("ComplexType", "Name", name);
        properties(shape, List.of(), Set.of());
        xml.end();
    }

    private Stream<VirtualTable> tables() {
        return published.stream()
                .flatMap(entity -> entity.records().stream())
                .flatMap(register -> register.tables().stream());
    }

    /** Enumerations are types, not sets, and their members carry no values [live P4]. */
    private void enumerations() {
        Set<String> used = new TreeSet<>();
        shapes().flatMap(shape -> shape.properties().stream()).forEach(property -> {
            switch (property.type()) {
                case PropertyType.EnumName named -> used.add(named.enumeration());
                case PropertyType.Composite(var types) ->
                    types.forEach(type -> used.add(type.substring(type.indexOf('.') + 1)));
                default -> {}
            }
        });
        used.stream().filter(structure.enumerations()::containsKey).forEach(name -> {
            xml.start("EnumType", "Name", name);
            structure.enumerations().get(name).forEach(member -> xml.empty("Member", "Name", member));
            xml.end();
        });
    }

    /** Only to what is published itself. */
    private void navigations(Shape shape, Consumer<Property> use) {
        shape.properties().stream()
                .filter(property -> property.navigation().isPresent())
                .filter(property -> property.type() instanceof PropertyType.Reference(var set) && visible.contains(set))
                .forEach(use);
    }

    private static String relationship(Shape shape, Property property) {
        return shape.set() + "_" + property.navigation().orElseThrow();
    }

    private void association(Shape shape, Property property) {
        String target = ((PropertyType.Reference) property.type()).target();
        xml.start("Association", "Name", relationship(shape, property));
        xml.empty("End", "Role", "Begin", "Type", Value.NAMESPACE + shape.set(), "Multiplicity", "*");
        xml.empty("End", "Role", "End", "Type", Value.NAMESPACE + target, "Multiplicity", "0..1");
        xml.end();
    }

    private void container() {
        xml.start("EntityContainer", "Name", "EnterpriseV8", "m:IsDefaultEntityContainer", "true");
        shapes().forEach(shape ->
                xml.empty("EntitySet", "Name", shape.set(), "EntityType", Value.NAMESPACE + shape.set()));
        published.stream().filter(EntityStructure::document).forEach(document -> {
            posting("Post", document);
            posting("Unpost", document);
        });
        tables().forEach(this::calculation);
        xml.end();
    }

    /** Bound by the type of its first parameter alone: no EntitySet, no HttpMethod. */
    private void posting(String name, EntityStructure document) {
        xml.start("FunctionImport", "Name", name, "IsBindable", "true", "IsSideEffecting", "true");
        xml.empty("Parameter", "Name", "bindingParameter", "Type", Value.NAMESPACE + document.set());
        xml.empty("Parameter", "Name", "PostingModeOperational", "Type", "Edm.Boolean");
        xml.end();
    }

    private void calculation(VirtualTable table) {
        xml.start(
                "FunctionImport",
                "Name",
                table.name(),
                "IsBindable",
                "true",
                "IsSideEffecting",
                "false",
                "ReturnType",
                "Collection(" + Value.NAMESPACE + table.columns().set() + ")");
        xml.empty("Parameter", "Name", "bindingParameter", "Type", Value.NAMESPACE + table.bound());
        table.sortedParameters()
                .forEach(name -> xml.empty(
                        "Parameter", "Name", name, "Type", VirtualTable.moment(name) ? "Edm.DateTime" : "Edm.String"));
        xml.end();
    }
}
