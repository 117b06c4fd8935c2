package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.connectors.onec.Template.Filled;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How one kind of document looks in this configuration: filled from a draft, read back as a sheet. */
record DocumentForm(OneCKind kind, Profile profile) {
    /** What a line that is read back is compared by. */
    private static final List<String> COMPARED = List.of("item", "quantity", "gross", "vatRate", "vat");

    Section section() {
        return profile.section(kind);
    }

    /** Whether a line's place depends on what its item is. */
    boolean sortsLines() {
        return section().parts("lines").stream().anyMatch(part -> part.has("takes"));
    }

    boolean showsVatOfBasis() {
        return section().template().optionalFieldOf("basisVat").isPresent();
    }

    /** The whole object as it is to be sent, or what keeps it from being sent. */
    Reply<ObjectNode> fill(DocumentDraft draft, Particulars particulars) {
        Optional<Problem> unshown = unshown();
        if (unshown.isPresent()) {
            return Reply.askPeople(unshown.get());
        }
        var values = new DocumentValues(draft, particulars, profile);
        Values head = values.head();
        return sendable(section().template(), head, object -> withLines(object, draft, particulars, head))
                .then(this::withWhatItsPartsNeed)
                .then(object -> withRows(object, "singleRow", List.of(head)))
                .then(object -> withRows(
                        object,
                        "dues",
                        values.dues().stream()
                                .map(due -> DocumentValues.of(due, head))
                                .toList()));
    }

    /** A tenant may lay its own fields over the profile; what a line can't be compared by afterwards is not written at all. */
    private Optional<Problem> unshown() {
        return section().parts("lines").stream()
                .flatMap(part -> COMPARED.stream()
                        .filter(value -> part.template().optionalFieldOf(value).isEmpty())
                        .<Problem>map(value -> new Problem.RequiredFieldEmpty(part.path(), value)))
                .findFirst();
    }

    private Reply<ObjectNode> withLines(ObjectNode object, DocumentDraft draft, Particulars particulars, Values head) {
        List<Section> parts = section().parts("lines");
        parts.forEach(part -> object.putArray(part.part()));
        for (DocumentLine line : parts.isEmpty() ? List.<DocumentLine>of() : draft.lines()) {
            ItemTraits traits = particulars.of(line);
            Optional<Section> place =
                    parts.stream().filter(part -> takes(part, traits)).findFirst();
            if (place.isEmpty()) {
                return Reply.askPeople(new Problem.GoodsNotForDocument(line.number(), line.content(), kind));
            }
            Section part = place.get();
            switch (part.template().fill(DocumentValues.of(line, traits, head))) {
                case Filled.Ready(ObjectNode row) -> add(row, object.withArray(part.part()));
                case Filled.TooLong(var _, int limit) -> {
                    return Reply.askPeople(new Problem.NameTooLong(line.number(), line.content(), limit));
                }
                case Filled.NotInBase(String value) -> {
                    return Reply.askPeople(new Problem.ValueNotInBase(part.path(), value));
                }
                case Filled.Lacking(String field) -> {
                    return Reply.askPeople(lacking(line, part, field));
                }
            }
        }
        return Reply.of(object);
    }

    private static boolean takes(Section part, ItemTraits traits) {
        return part.optionalText("takes").map(traits.nature().word()::equals).orElse(true);
    }

    private static Problem lacking(DocumentLine line, Section part, String field) {
        boolean item =
                part.template().optionalFieldOf("item").filter(field::equals).isPresent();
        return item && line.item() instanceof ItemChoice.Described
                ? new Problem.ItemNotFound(line.number(), line.content())
                : new Problem.RequiredFieldEmpty(part.path(), field);
    }

    /** What the head must say as soon as one of its parts has rows: goods leave a warehouse, services do not. */
    private Reply<ObjectNode> withWhatItsPartsNeed(ObjectNode object) {
        return section().parts("lines").stream()
                .filter(part -> !object.path(part.part()).isEmpty())
                .flatMap(part -> part.texts("needs").stream())
                .filter(field -> Template.isEmpty(object.path(field)))
                .findFirst()
                .<Reply<ObjectNode>>map(field ->
                        Reply.askPeople(new Problem.RequiredFieldEmpty(section().path(), field)))
                .orElseGet(() -> Reply.of(object));
    }

    /** Parts whose rows are the same for whatever is sold: when what sum is to be paid, what the document is written over. */
    private Reply<ObjectNode> withRows(ObjectNode object, String kindOfParts, List<Values> rows) {
        Reply<ObjectNode> filled = Reply.of(object);
        for (Section part : section().parts(kindOfParts)) {
            for (Values row : rows) {
                filled = filled.then(whole -> sendable(part.template(), row, fields -> {
                    add(fields, whole.withArray(part.part()));
                    return Reply.of(whole);
                }));
            }
        }
        return filled;
    }

    /** 1C refuses rows without numbers, and numbers that do not begin with 1 (reference "onec", 1.6). */
    private static void add(ObjectNode row, ArrayNode rows) {
        rows.add(row.put("LineNumber", rows.size() + 1));
    }

    /** The document whose sum this one shows, where it has none of its own: a tax invoice of Управление торговлей. */
    Optional<OneCRef> sumIsThatOf(JsonNode object) {
        Template template = section().template();
        if (template.optionalFieldOf("total").isPresent()) {
            return Optional.empty();
        }
        return template.optionalFieldOf("basis")
                .map(field -> Field.of(object, field).composite())
                .flatMap(basis -> basis instanceof Composite.Reference(String set, UUID key)
                        ? profile.kindOf(set).map(known -> new OneCRef(known, key))
                        : Optional.empty());
    }

    /** @return nothing where the document says none */
    Money ownTotal(JsonNode object) {
        return section()
                .template()
                .optionalFieldOf("total")
                .map(field -> money(object, field))
                .orElse(Money.ZERO);
    }

    DocumentSheet sheet(JsonNode object, Money total, OneCBase base) {
        return new DocumentSheet(
                new OneCRef(kind, Field.of(object, "Ref_Key").key()),
                Field.of(object, "Number").text(),
                LocalDateTime.parse(object.path("Date").asText()),
                state(object),
                total,
                lines(object, base));
    }

    private List<DocumentSheet.Line> lines(JsonNode object, OneCBase base) {
        Values values = Values.of(base);
        var found = new ArrayList<DocumentSheet.Line>();
        for (Section part : section().parts("lines")) {
            for (JsonNode line : object.path(part.part())) {
                found.add(line(line, part.template(), values));
            }
        }
        return found;
    }

    private static DocumentSheet.Line line(JsonNode line, Template row, Values values) {
        String rate = Field.of(line, row.fieldOf("vatRate")).text();
        return new DocumentSheet.Line(
                item(line, row.fieldOf("item")),
                row.optionalFieldOf("content")
                        .map(field -> Field.of(line, field).text())
                        .orElse(""),
                Field.of(line, row.fieldOf("quantity")).number(),
                money(line, row.fieldOf("gross")),
                money(line, row.fieldOf("vat")),
                row.ours("vatRate", rate, values).orElse(rate));
    }

    /** As {@link Template} writes it: where the field knows one type only, an older release calls it {@code X_Key}. */
    private static String item(JsonNode line, String field) {
        String item = Field.of(line, field).text();
        return item.isEmpty()
                ? Field.of(line, field + "_Key").reference().map(UUID::toString).orElse("")
                : item;
    }

    private static DocumentSheet.State state(JsonNode object) {
        if (object.path("DeletionMark").asBoolean()) {
            return DocumentSheet.State.MARKED_FOR_DELETION;
        }
        return object.path("Posted").asBoolean() ? DocumentSheet.State.POSTED : DocumentSheet.State.UNPOSTED;
    }

    private static Money money(JsonNode object, String field) {
        return Money.nearest(Field.of(object, field).number());
    }
}
