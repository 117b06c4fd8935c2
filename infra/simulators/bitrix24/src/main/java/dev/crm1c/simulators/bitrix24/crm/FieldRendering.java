package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes values in the two ways of the portal: crm.item.* typed, old crm.* as strings (bitrix24.md §4.7 [doc]). */
public final class FieldRendering {
    private final PortalTime time;

    public FieldRendering(PortalTime time) {
        this.time = time;
    }

    /** As crm.item.* writes it: ints and doubles, "Y"/"N", unset references 0 or null. */
    public JsonNode modern(Field field, Object value) {
        if (value instanceof List<?> several) {
            ArrayNode list = Json.NODES.arrayNode();
            several.forEach(one -> list.add(modern(one)));
            return list;
        }
        if (value != null) {
            return modern(value);
        }
        return field.multiple()
                ? Json.NODES.arrayNode()
                : switch (field.type()) {
                    case REFERENCE, MONEY -> Json.NODES.numberNode(0);
                    case FLAG -> Json.NODES.textNode("N");
                    case REFERENCES, MULTI_FIELDS -> Json.NODES.arrayNode();
                    default -> Json.NODES.nullNode();
                };
    }

    private JsonNode modern(Object value) {
        return switch (value) {
            case Long number -> Json.NODES.numberNode(number);
            case BigDecimal number -> PhpNumber.json(number);
            case MultiField phone -> phone.json();
            case StoredFile file -> file.json();
            default -> Json.NODES.textNode(text(value));
        };
    }

    /** As crm.deal.* writes it: everything a string, an empty user field "" and not null (sample crm.company.get). */
    public JsonNode old(Field field, Object value) {
        if (value instanceof List<?> several) {
            ArrayNode list = Json.NODES.arrayNode();
            several.forEach(one ->
                    list.add(one instanceof StoredFile file ? file.json() : Json.NODES.textNode(oldText(field, one))));
            return list;
        }
        if (value instanceof StoredFile file) {
            return file.json();
        }
        if (value != null) {
            return Json.NODES.textNode(oldText(field, value));
        }
        if (field.user()) {
            return field.multiple() ? Json.NODES.arrayNode() : Json.NODES.textNode("");
        }
        return switch (field.type()) {
            case REFERENCE -> Json.NODES.textNode("0");
            case MONEY -> Json.NODES.textNode("0.00");
            case FLAG -> Json.NODES.textNode("N");
            default -> Json.NODES.nullNode();
        };
    }

    private String oldText(Field field, Object value) {
        return switch (field.type()) {
            case MONEY -> ((BigDecimal) value).setScale(2, RoundingMode.HALF_UP).toPlainString();
            case USER_FLAG -> value.equals("Y") ? "1" : "0";
            default -> text(value);
        };
    }

    private String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case LocalDate date -> time.render(date);
            case Instant instant -> time.render(instant);
            default -> value.toString();
        };
    }
}
