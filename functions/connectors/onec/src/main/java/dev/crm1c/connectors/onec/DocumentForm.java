package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.connectors.onec.Template.Filled;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** How one kind of document looks in this configuration: filled from a draft, read back as a sheet. */
record DocumentForm(OneCKind kind, Section section) {

    /** The whole object as it is to be sent, or what keeps it from being sent. */
    Reply<ObjectNode> fill(DocumentDraft draft) {
        Values head = head(draft);
        return sendable(section.template(), head, object -> withLines(object, draft))
                .then(object -> withStage(object, head));
    }

    private Reply<ObjectNode> withLines(ObjectNode object, DocumentDraft draft) {
        if (!section.has("lines")) {
            return Reply.of(object);
        }
        Section lines = section.part("lines");
        ArrayNode rows = object.putArray(lines.text("part"));
        for (DocumentLine line : draft.lines()) {
            switch (lines.template().fill(values(line, draft))) {
                case Filled.Ready(ObjectNode row) -> rows.add(numbered(row, rows));
                case Filled.TooLong(var _, int limit) -> {
                    return Reply.askPeople(new Problem.NameTooLong(line.number(), line.content(), limit));
                }
                case Filled.NotInBase(String value) -> {
                    return Reply.askPeople(new Problem.ValueNotInBase(lines.path(), value));
                }
                case Filled.Lacking(String field) -> {
                    return Reply.askPeople(
                            line.item() instanceof ItemChoice.Described
                                    ? new Problem.ItemNotFound(line.number(), line.content())
                                    : new Problem.RequiredFieldEmpty(lines.path(), field));
                }
            }
        }
        return Reply.of(object);
    }

    /** When the whole sum is to be paid, as a single stage. */
    private Reply<ObjectNode> withStage(ObjectNode object, Values head) {
        if (!section.has("stage")) {
            return Reply.of(object);
        }
        Section stage = section.part("stage");
        return sendable(stage.template(), head, row -> {
            ArrayNode rows = object.putArray(stage.text("part"));
            rows.add(numbered(row, rows));
            return Reply.of(object);
        });
    }

    /** 1C refuses rows without numbers, and numbers that do not begin with 1 (reference "onec", 1.6). */
    private static ObjectNode numbered(ObjectNode row, ArrayNode rows) {
        return row.put("LineNumber", rows.size() + 1);
    }

    private static Values head(DocumentDraft draft) {
        boolean untaxed = draft.lines().stream().allMatch(line -> line.vatRate().equals(VatRate.WITHOUT));
        return Values.of(draft.parties())
                .with("date", draft.date())
                .with("day", draft.date().toLocalDate().atStartOfDay())
                .with("taxed", untaxed ? "untaxed" : "taxed")
                .with("total", draft.total())
                .with("marker", draft.marker().text())
                .with("markerNumber", draft.marker().number());
    }

    private static Values values(DocumentLine line, DocumentDraft draft) {
        Values values = head(draft)
                .with("number", BigDecimal.valueOf(line.number()))
                .with("content", line.content())
                .with("quantity", line.quantity().value())
                .with("price", line.price())
                .with("gross", line.gross())
                .with("vatRate", line.vatRate().key())
                .with("vat", line.vat());
        return switch (line.item()) {
            case ItemChoice.Linked(var item) -> values.with("item", item);
            case ItemChoice.Described() -> values;
        };
    }

    DocumentSheet sheet(JsonNode object, OneCBase base) {
        return new DocumentSheet(
                new OneCRef(kind, BaseLookup.key(object, "Ref_Key")),
                object.path("Number").asText().strip(),
                LocalDateTime.parse(object.path("Date").asText()),
                state(object),
                money(object, section.template().fieldOf("total")),
                section.has("lines") ? lines(object, base) : List.of());
    }

    private List<DocumentSheet.Line> lines(JsonNode object, OneCBase base) {
        Section lines = section.part("lines");
        Template row = lines.template();
        Values values = Values.of(base);
        var found = new ArrayList<DocumentSheet.Line>();
        for (JsonNode line : object.path(lines.text("part"))) {
            String rate = line.path(row.fieldOf("vatRate")).asText();
            found.add(new DocumentSheet.Line(
                    line.path(row.fieldOf("item")).asText(),
                    line.path(row.fieldOf("content")).asText().strip(),
                    line.path(row.fieldOf("quantity")).decimalValue(),
                    money(line, row.fieldOf("gross")),
                    money(line, row.fieldOf("vat")),
                    row.ours("vatRate", rate, values).orElse(rate)));
        }
        return found;
    }

    private static DocumentSheet.State state(JsonNode object) {
        if (object.path("DeletionMark").asBoolean()) {
            return DocumentSheet.State.MARKED_FOR_DELETION;
        }
        return object.path("Posted").asBoolean() ? DocumentSheet.State.POSTED : DocumentSheet.State.UNPOSTED;
    }

    private static Money money(JsonNode object, String field) {
        return Money.nearest(object.path(field).decimalValue());
    }
}
