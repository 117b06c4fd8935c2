package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.ConfigurationStructure.Attribute;
import dev.crm1c.connectors.onec.ConfigurationStructure.Owner;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.tenant.Tailoring;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every profile against the structure of the configuration it describes: a wrong name is not found by a stand-in that ignores it. */
@DisplayName("onec.md §2: profiles against the structures of the configurations")
class ProfilesAgainstStructuresTest {
    private final List<String> faults = new ArrayList<>();

    private static Profile profile(String configuration) {
        return new ProfileShelf()
                .of(BaseTenants.at(URI.create("https://1c.example/base"), configuration, "demo/onec", Tailoring.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("every set, field, part and value that a profile names is there, and of a type that fits")
    void names(String configuration) {
        Profile profile = profile(configuration);
        var structure = ConfigurationStructure.of(configuration);
        var excuses = ConditionalFills.of(configuration);

        sections(profile).forEach(section -> section(section, profile, structure));
        filled(profile, structure).forEach(part -> required(part, excuses));
        contacts(profile.section("contacts"), profile, structure);

        assertThat(faults).isEmpty();
    }

    private static Stream<Section> sections(Profile profile) {
        return Stream.concat(
                profile.root().path("base").properties().stream()
                        .map(entry -> new Section(
                                entry.getValue(), entry.getValue().path("set").asText())),
                Stream.concat(profile.kinds().stream().map(profile::section), besides(profile)));
    }

    /** What is looked up beside kinds of objects and entries of the base. */
    private static Stream<Section> besides(Profile profile) {
        Section fresh = profile.section("new-item");
        Section currencies = profile.section("foreign-currency");
        return Stream.of(
                fresh,
                fresh.besides("kinds"),
                fresh.besides("units"),
                currencies,
                currencies.besides("rates"),
                profile.section("item").inner("keys").besides("barcode"));
    }

    private void section(Section section, Profile profile, ConfigurationStructure structure) {
        Optional<Owner> found = structure.set(section.set());
        if (found.isEmpty()) {
            faults.add("no set " + section.set());
            return;
        }
        Owner owner = found.get();
        if (section.node().path("folders").asBoolean() != owner.hasFolders()) {
            faults.add(section.set() + (owner.hasFolders() ? " has folders" : " has no folders"));
        }
        template(section.node().path("fields"), section.set(), owner, profile, structure);
        template(section.node().path("match"), section.set(), owner, profile, structure);
        template(section.node().path("withdraw").path("fields"), section.set(), owner, profile, structure);
        for (String parts : List.of("lines", "singleRow", "dues")) {
            for (Section part : section.parts(parts)) {
                owner.part(part.part())
                        .ifPresentOrElse(
                                rows -> template(part.node().path("fields"), part.path(), rows, profile, structure),
                                () -> faults.add("no part " + part.path()));
            }
        }
        namedFields(section, owner);
        progress(section, structure);
    }

    private void contacts(Section contacts, Profile profile, ConfigurationStructure structure) {
        Owner rows = structure
                .set(contacts.set())
                .flatMap(owner -> owner.part(contacts.text("part")))
                .orElseThrow();
        assertThat(rows.attribute(contacts.text("kindField"))).isPresent();
        contacts.node()
                .get("rows")
                .forEach(row -> template(row.get("fields"), contacts.text("part"), rows, profile, structure));
        section(contacts.inner("kinds"), profile, structure);
    }

    /** Settings of a section that name a field of its set. */
    private void namedFields(Section section, Owner owner) {
        Stream<String> named = Stream.of(
                        "named",
                        "by",
                        "orBy",
                        "calculated",
                        "order",
                        "name",
                        "partner",
                        "date",
                        "ends",
                        "closed",
                        "contracts",
                        "field",
                        "item",
                        "code",
                        "owner",
                        "rate",
                        "units")
                .map(setting -> section.node().path(setting))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        Stream<String> empty = section.texts("empty").stream();
        Stream<String> keys = section.node().path("keys").properties().stream()
                .map(Map.Entry::getValue)
                .filter(key -> !key.has("set"))
                .map(key -> key.path("field").asText());
        Stream<String> unit = Stream.of("unit")
                .filter(section::has)
                .map(setting -> section.inner(setting).text("behind") + "_Key");
        Stream<String> ofPerson = Stream.of("person")
                .filter(section::has)
                .flatMap(setting -> section.inner(setting).optionalText("marker").stream());
        Stream<String> also = section.node().path("also").properties().stream()
                .map(field -> field.getValue().asText());
        Stream<String> marker = section.node().path("marker").isTextual()
                ? Stream.of(section.text("marker"))
                : Stream.of("marker", "nature")
                        .filter(section::has)
                        .map(setting -> section.inner(setting).text("field"));
        Stream.of(named, also, marker, empty, keys, unit, ofPerson)
                .flatMap(names -> names)
                .filter(name -> owner.attribute(name).isEmpty())
                .forEach(name -> faults.add("no field " + section.set() + "/" + name));
    }

    private void progress(Section section, ConfigurationStructure structure) {
        if (!section.has("progress")) {
            return;
        }
        Section progress = section.inner("progress");
        Owner states = structure.set(progress.set()).orElseThrow();
        for (String portion : List.of("paid", "shipped")) {
            Section rule = progress.inner(portion);
            Stream.of("percent", "sum", "field")
                    .flatMap(name -> rule.optionalText(name).stream())
                    .filter(field -> states.attribute(field).isEmpty())
                    .forEach(field -> faults.add("no field " + progress.set() + "/" + field));
            Optional<Attribute> inWords = rule.optionalText("field").flatMap(states::attribute);
            Stream.of("part", "whole")
                    .flatMap(words -> rule.texts(words).stream())
                    .filter(word -> inWords.stream().noneMatch(known -> structure.hasValue(known, word)))
                    .forEach(word -> faults.add("no value " + word + " of " + progress.set() + "/" + portion));
        }
        if (!states.attribute(progress.text("document"))
                .map(Attribute::composite)
                .orElse(false)) {
            faults.add(progress.set() + "/" + progress.text("document") + " is not composite");
        }
    }

    private void template(
            JsonNode fields, String path, Owner owner, Profile profile, ConfigurationStructure structure) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            String name = field.getKey();
            Optional<Attribute> attribute = owner.attribute(name);
            if (attribute.isEmpty()) {
                faults.add("no field " + path + "/" + name);
            } else {
                fits(field.getValue(), attribute.get(), profile, structure)
                        .ifPresent(fault -> faults.add(path + "/" + name + " " + fault));
            }
        }
    }

    private static Optional<String> fits(
            JsonNode rule, Attribute attribute, Profile profile, ConfigurationStructure structure) {
        if (rule.has("reference")) {
            return referred(rule, profile)
                    .filter(set -> !attribute.composite() || !attribute.accepts(set))
                    .findFirst()
                    .map(set -> "is no composite field that holds " + set);
        }
        if (rule.has("text")) {
            int limit = rule.get("limit").asInt();
            return attribute.text() && attribute.holds(limit)
                    ? Optional.empty()
                    : Optional.of("does not hold " + limit + " characters");
        }
        if (rule.has("map")) {
            return rule.get("values").properties().stream()
                    .map(Map.Entry::getValue)
                    .filter(value -> !value.isNull())
                    .filter(value -> !constant(value, attribute, structure))
                    .findFirst()
                    .map(value -> "cannot be " + value);
        }
        if (rule.has("entry")) {
            return attribute.reference() ? Optional.empty() : Optional.of("is no reference");
        }
        JsonNode source = rule.has("ifKnown") ? rule.get("ifKnown") : rule;
        return Template.isPointer(source)
                ? Pointers.misfit(source.asText(), attribute)
                : constant(source, attribute, structure) ? Optional.empty() : Optional.of("cannot be " + source);
    }

    /** A document may be written over different ones. */
    private static Stream<String> referred(JsonNode rule, Profile profile) {
        return Template.isPointer(rule.get("to"))
                ? Stream.of("realization", "act")
                        .filter(profile.root()::has)
                        .map(kind -> profile.section(kind).set())
                : Stream.of(rule.get("to").asText());
    }

    private static boolean constant(JsonNode value, Attribute attribute, ConfigurationStructure structure) {
        return value.isBoolean()
                ? attribute.flag()
                : value.isNumber()
                        ? attribute.number()
                        : attribute.text()
                                ? attribute.holds(value.asText().length())
                                : structure.hasValue(attribute, value.asText());
    }

    /** What is written: an object's head or one of its parts, and what the form of it insists on. */
    private record Filled(Section section, Set<String> insisted) {}

    private static Stream<Filled> filled(Profile profile, ConfigurationStructure structure) {
        return Stream.concat(profile.kinds().stream().map(profile::section), Stream.of(profile.section("new-item")))
                .filter(section -> section.has("fields"))
                .flatMap(section -> {
                    Owner owner = structure.set(section.set()).orElseThrow();
                    Stream<Filled> parts = Stream.of("lines", "singleRow", "dues")
                            .flatMap(name -> section.parts(name).stream())
                            .map(part -> new Filled(
                                    part, owner.part(part.part()).orElseThrow().requiredNames()));
                    return Stream.concat(Stream.of(new Filled(section, owner.requiredNames())), parts);
                });
    }

    /** What the forms insist on is required, or somebody has said why not. */
    private void required(Filled filled, ConditionalFills excuses) {
        Section section = filled.section();
        var required = new ArrayList<>(section.texts("required"));
        section.node().path("requiredOf").forEach(fields -> fields.forEach(field -> required.add(field.asText())));
        Set<String> excused = excuses.at(section.path());
        filled.insisted().stream()
                .filter(field -> !required.contains(field) && !excused.contains(field))
                .forEach(field -> faults.add(section.path() + "/" + field + " is insisted on by the form"));
        excused.stream()
                .filter(field -> !filled.insisted().contains(field) || required.contains(field))
                .forEach(field -> faults.add(section.path() + "/" + field + " needs no excuse"));
        required.stream()
                .filter(field -> !section.node().get("fields").has(field))
                .forEach(field -> faults.add(section.path() + "/" + field + " is required and never filled"));
    }

    @Test
    @DisplayName("§2.0: ERP has what we name of Управление торговлей, and more beside; its leases alone are other")
    void erpIsTrade() {
        var trade = ConfigurationStructure.of("trade-11");
        var erp = ConfigurationStructure.of("erp-2");

        assertThat(profile("erp-2").kinds()).isEqualTo(profile("trade-11").kinds());
        for (String ofErp : List.of("AccumulationRegister_ЗаказыКлиентов", "AccountingRegister_Хозрасчетный")) {
            assertThat(erp.set(ofErp)).isPresent();
            assertThat(trade.set(ofErp)).isEmpty();
        }
        assertThat(sections(profile("trade-11"))
                        .map(Section::set)
                        .filter(set -> !erp.set(set)
                                .orElseThrow()
                                .requiredNames()
                                .equals(trade.set(set).orElseThrow().requiredNames())))
                .containsExactly("Catalog_ДоговорыКонтрагентов");
    }
}
