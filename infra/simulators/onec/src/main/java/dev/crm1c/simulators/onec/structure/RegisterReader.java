package dev.crm1c.simulators.onec.structure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.structure.PropertyType.Flag;
import dev.crm1c.simulators.onec.structure.PropertyType.Moment;
import dev.crm1c.simulators.onec.structure.PropertyType.Reference;
import dev.crm1c.simulators.onec.structure.PropertyType.Text;
import dev.crm1c.simulators.onec.structure.PropertyType.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a register of the model: its records, the set of them a document makes, its keys (onec.md §1.9). */
final class RegisterReader {
    private static final Property PERIOD = new Property("Period", new Moment(DatePart.DATE_TIME));
    private static final Property LINE = new Property(Property.LINE_NUMBER, new Whole(9));
    private static final Property ACTIVE = new Property("Active", new Flag());
    private final AttributeProperties attributes;

    RegisterReader(AttributeProperties attributes) {
        this.attributes = attributes;
    }

    EntityStructure read(EntityKind kind, String name, JsonNode facts) {
        List<RegisterField> dimensions = fields(facts.path("dimensions"));
        List<RegisterField> resources = fields(facts.path("resources"));
        String set = kind.word() + "_" + name;
        return switch (kind) {
            case ACCUMULATION_REGISTER -> {
                boolean turnovers = facts.path("RegisterType").asText().equals("Turnovers");
                RegisterStructure.Kind sort =
                        turnovers ? RegisterStructure.Kind.TURNOVERS : RegisterStructure.Kind.BALANCES;
                List<Property> sign = turnovers ? List.of() : List.of(new Property("RecordType", new Text(10, false)));
                Shape record = record(set, facts, sign, plain(dimensions), plain(resources));
                yield subordinate(kind, name, facts, tables(sort, record, dimensions, resources, set));
            }
            case ACCOUNTING_REGISTER -> {
                Reference account = new Reference("ChartOfAccounts_" + name);
                List<Property> accounts =
                        List.of(new Property("AccountDr_Key", account), new Property("AccountCr_Key", account));
                Shape record = record(set, facts, accounts, sided(dimensions), sided(resources));
                yield subordinate(
                        kind,
                        name,
                        facts,
                        tables(RegisterStructure.Kind.ACCOUNTING, record, dimensions, resources, set));
            }
            default -> information(name, facts, dimensions, resources);
        };
    }

    private EntityStructure information(
            String name, JsonNode facts, List<RegisterField> dimensions, List<RegisterField> resources) {
        String set = "InformationRegister_" + name;
        boolean periodic =
                !facts.path("InformationRegisterPeriodicity").asText().equals("Nonperiodical");
        List<Property> period = periodic ? List.of(PERIOD) : List.of();
        List<String> keys = Stream.concat(period.stream(), plain(dimensions).stream())
                .map(Property::name)
                .toList();
        boolean independent = !facts.path("WriteMode").asText().equals("RecorderSubordinate");
        List<Property> head = independent ? period : head(facts, period);
        Shape record = new Shape(
                independent ? set : set + "_RecordType",
                joined(List.of(head, plain(dimensions), plain(resources), own(facts))),
                keys);
        VirtualTables tables = new VirtualTables(set, RegisterStructure.Kind.INFORMATION);
        RegisterStructure structure = new RegisterStructure(
                RegisterStructure.Kind.INFORMATION,
                periodic,
                record,
                dimensions,
                resources,
                periodic ? tables.slices(record, dimensions) : List.of());
        return independent
                ? new EntityStructure(
                        EntityKind.INFORMATION_REGISTER,
                        name,
                        record,
                        List.of(),
                        Optional.empty(),
                        Optional.of(structure))
                : subordinate(EntityKind.INFORMATION_REGISTER, name, facts, structure);
    }

    private static RegisterStructure tables(
            RegisterStructure.Kind kind,
            Shape record,
            List<RegisterField> dimensions,
            List<RegisterField> resources,
            String set) {
        return new RegisterStructure(
                kind,
                true,
                record,
                dimensions,
                resources,
                new VirtualTables(set, kind).calculated(dimensions, resources));
    }

    private EntityStructure subordinate(EntityKind kind, String name, JsonNode facts, RegisterStructure structure) {
        String set = kind.word() + "_" + name;
        List<Property> recorder = recorder(facts);
        Shape shape =
                new Shape(set, recorder, recorder.stream().map(Property::name).toList());
        TabularPart records = TabularPart.recordSet(set, structure.records());
        return new EntityStructure(kind, name, shape, List.of(records), Optional.empty(), Optional.of(structure));
    }

    private Shape record(
            String set, JsonNode facts, List<Property> special, List<Property> dimensions, List<Property> resources) {
        List<String> keys =
                new ArrayList<>(recorder(facts).stream().map(Property::name).toList());
        keys.add(LINE.name());
        List<Property> head = joined(List.of(head(facts, List.of(PERIOD)), special));
        return new Shape(set + "_RecordType", joined(List.of(head, dimensions, resources, own(facts))), keys);
    }

    private List<Property> head(JsonNode facts, List<Property> period) {
        return joined(List.of(recorder(facts), period, List.of(LINE, ACTIVE)));
    }

    /** Several recorder types make a pair, a single one makes a key (onec.md §1.9). */
    private List<Property> recorder(JsonNode facts) {
        List<String> types = new ArrayList<>();
        facts.path("recorders").forEach(recorder -> types.add("DocumentRef." + recorder.asText()));
        return types.size() == 1
                ? List.of(new Property("Recorder_Key", new Reference(AttributeProperties.setOf(types.getFirst()))))
                : attributes.composite("Recorder", types);
    }

    private List<RegisterField> fields(JsonNode facts) {
        List<RegisterField> fields = new ArrayList<>();
        facts.forEach(field -> fields.add(new RegisterField(
                field.path("name").asText(),
                attributes.of(field),
                field.path("balance").asBoolean())));
        return List.copyOf(fields);
    }

    private List<Property> own(JsonNode facts) {
        List<Property> own = new ArrayList<>();
        facts.path("attributes").forEach(attribute -> own.addAll(attributes.of(attribute)));
        return own;
    }

    private static List<Property> plain(List<RegisterField> fields) {
        return fields.stream().flatMap(field -> field.properties().stream()).toList();
    }

    /** What is not balanced is kept for either side of an entry: {@code ВалютаDr_Key}, {@code КоличествоCr}. */
    private static List<Property> sided(List<RegisterField> fields) {
        return fields.stream()
                .flatMap(field -> field.balanced()
                        ? field.properties().stream()
                        : Stream.concat(field.sided("Dr").stream(), field.sided("Cr").stream()))
                .toList();
    }

    private static List<Property> joined(List<List<Property>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
