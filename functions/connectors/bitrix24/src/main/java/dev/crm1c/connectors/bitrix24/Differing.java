package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of an object that are not what they ought to be. The portal has numbers as texts and as numbers, "none" as null, 0 and nothing, and
 * days with an hour that means nothing. Source: reference "bitrix24", 4.7.
 */
final class Differing {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Differing() {}

    static Map<String, String> of(JsonNode object, Map<String, String> wanted) {
        var differing = new LinkedHashMap<>(wanted);
        differing.entrySet().removeIf(field -> same(object, field.getKey(), field.getValue()));
        return differing;
    }

    private static boolean same(JsonNode object, String field, String wanted) {
        String present = text(object, field);
        if (DAY.matcher(wanted).matches()) {
            return present.startsWith(wanted);
        }
        Optional<BigDecimal> number = Bitrix24Mapping.decimal(object, field);
        return number.isPresent() && NUMBER.matcher(wanted).matches() && isNumber(object, field, wanted)
                ? number.get().compareTo(new BigDecimal(wanted)) == 0
                : present.equals(wanted);
    }

    /** An ИНН of digits is no number: 0123 and 123 are two of them. */
    private static boolean isNumber(JsonNode object, String field, String wanted) {
        boolean leadingZero = wanted.matches("0[0-9].*") || text(object, field).matches("0[0-9].*");
        return !leadingZero;
    }
}
