package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.ScalarReader;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what a path such as {@code Контрагент/ИНН} stands for; empty when there is no such thing (onec.md §1.4). */
final class Paths {
    private final Infobase base;

    Paths(Infobase base) {
        this.base = base;
    }

    Optional<Term> find(Scope scope, List<String> segments) {
        String first = segments.getFirst();
        if (scope.variables().containsKey(first) && segments.size() > 1) {
            Shape rows = scope.variables().get(first).shape();
            return walk(
                    rows,
                    segments.subList(1, segments.size()),
                    frame -> Optional.of(frame.variables().get(first)));
        }
        return walk(scope.shape(), segments, frame -> Optional.of(frame.row()));
    }

    private Optional<Term> walk(Shape shape, List<String> segments, Function<Frame, Optional<Row>> start) {
        String first = segments.getFirst();
        List<String> rest = segments.subList(1, segments.size());
        Optional<Property> property = shape.property(first);
        if (rest.isEmpty() && property.isPresent()) {
            return property.map(found -> field(found, start));
        }
        return shape.navigation(first).flatMap(through -> switch (through.type()) {
            case PropertyType.Reference(var target) -> reference(through, target, rest, start);
            case PropertyType.Composite _ -> composite(through, rest, start);
            default -> Optional.empty();
        });
    }

    private static Term field(Property property, Function<Frame, Optional<Row>> start) {
        String target = property.type() instanceof PropertyType.Reference(var set) ? set : "";
        return new Term(
                kindOf(property.type()),
                frame -> start.apply(frame)
                        .map(row -> row.value(property))
                        .filter(value -> !(value instanceof Value.Nothing)),
                target);
    }

    private Optional<Term> reference(
            Property through, String target, List<String> rest, Function<Frame, Optional<Row>> start) {
        if (rest.isEmpty()) {
            return Optional.of(new Term(
                    Term.Kind.TYPED_REFERENCE,
                    frame -> start.apply(frame).map(row -> typed(target, row.value(through)))));
        }
        return base.structure()
                .entity(target)
                .flatMap(entity -> walk(
                        entity.shape(),
                        rest,
                        frame -> start.apply(frame).flatMap(row -> referred(target, row.value(through)))));
    }

    /** Beyond a composite field the type has to be named: {@code Документ/Document_X/Number}. */
    private Optional<Term> composite(Property through, List<String> rest, Function<Frame, Optional<Row>> start) {
        if (rest.size() < 2) {
            return Optional.empty();
        }
        String target = rest.getFirst();
        Optional<EntityStructure> entity = base.structure().entity(target);
        return entity.flatMap(found -> walk(
                found.shape(),
                rest.subList(1, rest.size()),
                frame -> start.apply(frame).flatMap(row -> referred(target, row.value(through)))));
    }

    private static Value typed(String target, Value value) {
        return value instanceof Value.Key(var id) ? Value.Composite.reference(target, id) : value;
    }

    private Optional<Row> referred(String target, Value value) {
        return switch (value) {
            case Value.Key(var id) -> base.find(target, id).map(Row.class::cast);
            case Value.Composite composite
            when composite.set().equals(target) ->
                base.find(target, ScalarReader.guid(composite.text())).map(Row.class::cast);
            default -> Optional.empty();
        };
    }

    private static Term.Kind kindOf(PropertyType type) {
        return switch (type) {
            case PropertyType.Text text -> text.unlimited() ? Term.Kind.UNLIMITED_TEXT : Term.Kind.TEXT;
            case PropertyType.EnumName _, PropertyType.CompositeTypeName _ -> Term.Kind.TEXT;
            case PropertyType.Whole _, PropertyType.Fractional _ -> Term.Kind.NUMBER;
            case PropertyType.Flag _ -> Term.Kind.FLAG;
            case PropertyType.Moment _ -> Term.Kind.MOMENT;
            case PropertyType.Identifier _ -> Term.Kind.GUID;
            case PropertyType.Reference _ -> Term.Kind.REFERENCE;
            case PropertyType.Composite _ -> Term.Kind.COMPOSITE;
        };
    }
}
