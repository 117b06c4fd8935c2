package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One configuration of 1C as data: {@code profiles/accounting-3.yaml} says what the sections mean. */
record Profile(JsonNode root) {
    private static final String RECORDS = "_RecordType";

    Section section(OneCKind kind) {
        return section(kind.wireName());
    }

    Section section(String name) {
        JsonNode node = root.get(name);
        if (node == null) {
            throw new IllegalStateException("the profile has no section " + name);
        }
        return new Section(node, node.path("set").asText());
    }

    Set<OneCKind> kinds() {
        var kinds = EnumSet.noneOf(OneCKind.class);
        for (OneCKind kind : OneCKind.values()) {
            if (root.has(kind.wireName())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Whose objects a set holds. */
    Optional<OneCKind> kindOf(String set) {
        return kinds().stream().filter(kind -> section(kind).set().equals(set)).findFirst();
    }

    /** The dictionary entries that are needed, in the order in which they are to be found. */
    List<BaseEntry> base(Needs needs) {
        return base().stream().filter(entry -> needs.include(entry.section())).toList();
    }

    private List<BaseEntry> base() {
        return root.get("base").properties().stream()
                .map(entry -> new BaseEntry(
                        entry.getKey(),
                        new Section(
                                entry.getValue(), entry.getValue().path("set").asText())))
                .toList();
    }

    /** What only the reading of the books needs: a base that does not show some of it is read otherwise, or without it. */
    Set<String> setsOfBooks() {
        return root.path("books").findValuesAsText("set").stream()
                .map(Profile::register)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String register(String set) {
        return set.endsWith(RECORDS) ? set.substring(0, set.length() - RECORDS.length()) : set;
    }

    Optional<BaseEntry> baseEntry(String name) {
        return base().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** Most entries are for everything; the accounts of a realization are for realizations only. */
    record BaseEntry(String name, Section section) {}

    /**
     * What the profile says of one kind of object.
     *
     * @param path the set, for a tabular part the set and the part: {@code Document_X/Товары}
     */
    record Section(JsonNode node, String path) {
        private static final Set<String> OF_THE_TENANT = Set.of("inn", "kpp");

        String set() {
            return text("set");
        }

        boolean has(String name) {
            return node.has(name);
        }

        String text(String name) {
            return optionalText(name)
                    .orElseThrow(() -> new IllegalStateException("the profile says no " + name + " of " + path));
        }

        Optional<String> optionalText(String name) {
            return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
        }

        int number(String name) {
            return node.get(name).asInt();
        }

        List<String> texts(String name) {
            return StreamSupport.stream(node.path(name).spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        Section inner(String name) {
            return new Section(node.get(name), path);
        }

        /** One of several ways to the same thing, or one of several things that make up one. */
        List<Section> inners(String name) {
            return StreamSupport.stream(node.get(name).spliterator(), false)
                    .map(one -> new Section(one, one.path("set").asText()))
                    .toList();
        }

        /** Those of them that the base shows; when it is known to show none, people are told of the first. */
        Reply<List<Section>> shownBy(OneCBase base, String name) {
            List<Section> shown =
                    inners(name).stream().filter(one -> !one.lackedBy(base)).toList();
            return shown.isEmpty()
                    ? Reply.askPeople(new Problem.NotPublished(
                            register(inners(name).getFirst().set())))
                    : Reply.of(shown);
        }

        /** Another set that is needed on the way. */
        Section besides(String name) {
            JsonNode other = node.get(name);
            return new Section(other, other.path("set").asText());
        }

        /** Whether the base is known not to show the set; the records of a register are shown with it. */
        boolean lackedBy(OneCBase base) {
            return base.lacks().contains(register(set()));
        }

        /** Tabular parts by their names: those that hold the {@code lines}, a {@code singleRow}, the {@code dues}. */
        List<Section> parts(String name) {
            return node.path(name).properties().stream()
                    .map(part -> new Section(part.getValue(), path + "/" + part.getKey()))
                    .toList();
        }

        /** The name of a tabular part. */
        String part() {
            return path.substring(path.indexOf('/') + 1);
        }

        Template template() {
            return new Template(path, node.get("fields"), texts("required"));
        }

        /** With what is insisted on in objects of this sort only. */
        Template template(String sort) {
            var required = new ArrayList<>(texts("required"));
            node.path("requiredOf").path(sort).forEach(field -> required.add(field.asText()));
            return new Template(path, node.get("fields"), required);
        }

        /** Fields that name other entries, by the names of these. */
        Map<String, String> fieldsAlso() {
            return node.path("also").properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, field -> field.getValue().asText()));
        }

        /** What a list must show so that folders and what is marked for deletion can be left out. */
        List<String> selecting(String... fields) {
            var selected = new ArrayList<>(List.of("Ref_Key", "DeletionMark"));
            if (node.path("folders").asBoolean()) {
                selected.add("IsFolder");
            }
            selected.addAll(List.of(fields));
            return selected;
        }

        /** Whether everything is known that finding it takes; the organization's own numbers always are. */
        boolean pointsOnlyAt(Set<String> found) {
            return pointers().allMatch(name -> found.contains(name) || OF_THE_TENANT.contains(name));
        }

        /** Whether another company of the tenant finds another object here. */
        boolean isOfCompany(Set<String> ofCompany) {
            return pointers().anyMatch(name -> ofCompany.contains(name) || OF_THE_TENANT.contains(name));
        }

        private Stream<String> pointers() {
            return node.path("match").properties().stream()
                    .map(Map.Entry::getValue)
                    .map(rule -> rule.has("reference") ? rule.get("reference") : rule)
                    .filter(Template::isPointer)
                    .map(pointer -> pointer.asText().substring(1));
        }

        /** The fields by which an object is found, as a filter. */
        ODataFilter match(Values values) {
            return ODataFilter.all(matching(values));
        }

        List<ODataFilter> matching(Values values) {
            var parts = new ArrayList<ODataFilter>();
            for (Map.Entry<String, JsonNode> field : node.path("match").properties()) {
                JsonNode rule = field.getValue();
                parts.add(
                        rule.has("reference")
                                ? ODataFilter.equal(
                                        field.getKey(),
                                        values.key(rule.get("reference").asText()),
                                        rule.get("to").asText())
                                : ODataFilter.equal(
                                        field.getKey(),
                                        Template.isPointer(rule) ? values.pointed(rule.asText()) : rule));
            }
            return parts;
        }
    }
}
