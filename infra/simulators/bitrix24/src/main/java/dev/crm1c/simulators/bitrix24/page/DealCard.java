package dev.crm1c.simulators.bitrix24.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Activities.Stand;
import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.People.Person;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.SavedRow;
import dev.crm1c.simulators.bitrix24.crm.StoredFile;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.bitrix24.crm.UserField;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A deal as the page shows it: ready texts, and raw BBCode, for the page alone puts them into elements. */
final class DealCard {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final Portal portal;
    private final Item deal;
    private final Owner owner;

    DealCard(Portal portal, Item deal) {
        this.portal = portal;
        this.deal = deal;
        this.owner = Owner.deal(deal.id());
    }

    ObjectNode json() {
        ObjectNode card = Json.object()
                .put("id", deal.id())
                .put("title", deal.text("title"))
                .put("stage", deal.text("stageId"))
                .put("sum", money(deal.amount("opportunity")))
                .put("currency", deal.text("currencyId"))
                .put("company", title(ItemType.COMPANY, deal.reference("companyId")))
                .put("changed", minute((Instant) deal.value("updatedTime")))
                .put("changedBy", person(deal.reference("updatedBy")));
        card.set("fields", fields());
        card.set("files", files());
        card.set("rows", rows());
        card.set("comments", comments());
        card.set("invoices", invoices());
        card.set("todos", todos());
        return card;
    }

    private ArrayNode fields() {
        ArrayNode fields = Json.NODES.arrayNode();
        for (UserField field : portal.userFields().of(ItemType.DEAL.userFieldEntity())) {
            Object value = deal.value(field.name());
            if (value != null && stored(value).isEmpty()) {
                fields.add(Json.object()
                        .put("label", field.label() == null ? field.name() : field.label())
                        .put("value", text(value))
                        .put("link", field.userTypeId().equals("url")));
            }
        }
        return fields;
    }

    private ArrayNode files() {
        ArrayNode files = Json.NODES.arrayNode();
        for (UserField field : portal.userFields().of(ItemType.DEAL.userFieldEntity())) {
            for (StoredFile file : stored(deal.value(field.name()))) {
                files.add(Json.object()
                        .put("label", field.label() == null ? field.name() : field.label())
                        .put("name", file.name())
                        .put("size", file.content().length)
                        .put("href", "/board/file/" + file.id()));
            }
        }
        return files;
    }

    private ArrayNode rows() {
        ArrayNode rows = Json.NODES.arrayNode();
        for (SavedRow saved : portal.rows().of(owner)) {
            var row = saved.row();
            rows.add(Json.object()
                    .put("id", saved.id())
                    .put("name", row.productName())
                    .put("price", row.price().toPlainString())
                    .put("quantity", row.quantity().toPlainString())
                    .put("measure", row.measureName())
                    .put(
                            "vat",
                            row.taxRate() == null
                                    ? "без НДС"
                                    : "НДС " + row.taxRate().toPlainString() + " %")
                    .put("sum", money(row.price().multiply(row.quantity()))));
        }
        return rows;
    }

    /** The newest first, as in a portal. */
    private ArrayNode comments() {
        ArrayNode comments = Json.NODES.arrayNode();
        for (TimelineComment comment :
                portal.timeline().of(ItemType.DEAL, deal.id()).reversed()) {
            ObjectNode json = Json.object()
                    .put("author", person(comment.author()))
                    .put("at", minute(comment.created()))
                    .put("text", comment.text());
            ArrayNode files = json.putArray("files");
            comment.files()
                    .forEach(file -> files.add(Json.object()
                            .put("name", file.name())
                            .put("size", file.content().length)
                            .put("href", "/board/attachment/" + comment.id() + "/" + file.id())));
            comments.add(json);
        }
        return comments;
    }

    private ArrayNode invoices() {
        ArrayNode invoices = Json.NODES.arrayNode();
        portal.items(ItemType.SMART_INVOICE).all().stream()
                .filter(invoice -> invoice.reference("parentId2") == deal.id())
                .forEach(invoice -> invoices.add(Json.object()
                        .put("number", invoice.text("accountNumber"))
                        .put("title", invoice.text("title"))
                        .put("sum", money(invoice.amount("opportunity")))
                        .put("currency", invoice.text("currencyId"))
                        .put("stage", stageName(invoice))));
        return invoices;
    }

    private ArrayNode todos() {
        ArrayNode todos = Json.NODES.arrayNode();
        portal.activities().of(owner).stream()
                .filter(todo -> todo.stand() == Stand.OPEN)
                .forEach(todo -> todos.add(Json.object()
                        .put("title", todo.title())
                        .put("description", todo.description())
                        .put("deadline", minute(todo.deadline()))
                        .put("responsible", person(todo.responsible()))));
        return todos;
    }

    private String stageName(Item invoice) {
        return portal.pipelines().stages(ItemType.SMART_INVOICE, invoice.reference("categoryId")).stream()
                .filter(stage -> stage.path("STATUS_ID").asText().equals(invoice.text("stageId")))
                .map(stage -> stage.path("NAME").asText())
                .findFirst()
                .orElse(invoice.text("stageId"));
    }

    private String title(ItemType type, long id) {
        return portal.items(type).find(id).map(item -> item.text("title")).orElse("");
    }

    private String person(long id) {
        if (id == 0) {
            return "Робот";
        }
        Person person = portal.people().get(id);
        return person.name() + " " + person.lastName();
    }

    private String text(Object value) {
        return switch (value) {
            case LocalDate day -> DAY.format(day);
            case Instant moment -> minute(moment);
            case BigDecimal number -> number.toPlainString();
            case List<?> several ->
                String.join(", ", several.stream().map(this::text).toList());
            case String flag when flag.equals("Y") -> "да";
            case String flag when flag.equals("N") -> "нет";
            default -> value.toString();
        };
    }

    private String minute(Instant moment) {
        return MINUTE.format(moment.atZone(portal.time().zone()));
    }

    private static String money(BigDecimal sum) {
        return sum.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static List<StoredFile> stored(Object value) {
        return switch (value) {
            case StoredFile one -> List.of(one);
            case List<?> several ->
                several.stream()
                        .filter(StoredFile.class::isInstance)
                        .map(StoredFile.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }
}
