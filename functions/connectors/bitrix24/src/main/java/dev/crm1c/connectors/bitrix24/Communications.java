package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crm1c.model.party.Reach;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Phones and mail addresses that a card has not got yet, as parameters of a write. A row without an id is always added, so an equal one is never
 * sent; "equal" is what a person would call so: {@code 8 (495) 123-45-67} is {@code +74951234567}. Source: reference "bitrix24", 5.5.
 */
final class Communications {
    private static final int RUSSIAN_NUMBER = 11;

    private Communications() {}

    /** What a card has, in the portal's order. */
    static Reach of(JsonNode item) {
        return new Reach(values(item, "PHONE"), values(item, "EMAIL"));
    }

    private static List<String> values(JsonNode item, String type) {
        return item.path("fm")
                .valueStream()
                .filter(row -> text(row, "typeId").equals(type))
                .map(row -> text(row, "value"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** {@code crm.item.add} takes a list. */
    static Map<String, String> ofNew(Reach reach) {
        return parameters(missing(MissingNode.getInstance(), reach), Integer::toString);
    }

    /** {@code crm.item.update} takes a map by operation, and {@code n…} adds. */
    static Map<String, String> lacking(JsonNode item, Reach reach) {
        return parameters(missing(item.path("fm"), reach), place -> "n" + place);
    }

    private record Row(String type, String value) {}

    private static List<Row> missing(JsonNode present, Reach reach) {
        Set<Row> known = present.valueStream()
                .map(row -> equal(text(row, "typeId"), text(row, "value")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var missing = new LinkedHashMap<Row, Row>();
        reach.phones().forEach(phone -> missing.putIfAbsent(equal("PHONE", phone), new Row("PHONE", phone.strip())));
        reach.emails().forEach(email -> missing.putIfAbsent(equal("EMAIL", email), new Row("EMAIL", email.strip())));
        missing.keySet().removeAll(known);
        missing.values().removeIf(row -> row.value().isEmpty());
        return List.copyOf(missing.values());
    }

    private static Map<String, String> parameters(List<Row> rows, IntFunction<String> operation) {
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < rows.size(); i++) {
            String row = "fields[fm][" + operation.apply(i) + "]";
            parameters.put(row + "[typeId]", rows.get(i).type());
            parameters.put(row + "[valueType]", "WORK");
            parameters.put(row + "[value]", rows.get(i).value());
        }
        return parameters;
    }

    private static Row equal(String type, String value) {
        return new Row(
                type, type.equals("PHONE") ? digits(value) : value.strip().toLowerCase(Locale.ROOT));
    }

    private static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.length() == RUSSIAN_NUMBER && digits.startsWith("8") ? "7" + digits.substring(1) : digits;
    }
}
