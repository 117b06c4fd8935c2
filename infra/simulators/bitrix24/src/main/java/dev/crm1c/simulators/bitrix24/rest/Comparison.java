package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares a value as it is shown with one that was asked for, by the type of the column. */
record Comparison(FieldType type, PortalTime time) {

    /** Empty when the two cannot be compared. */
    OptionalInt order(JsonNode shown, JsonNode asked) {
        return switch (type) {
            case INTEGER, REFERENCE, NULLABLE_REFERENCE, REFERENCES, DOUBLE, MONEY ->
                OptionalInt.of(PhpNumber.decimal(shown).compareTo(PhpNumber.decimal(asked)));
            // In filters a user field of yes and no is 1 or 0; "Y" is a text that counts as 0 (§4.6 [doc]).
            case USER_FLAG ->
                OptionalInt.of(Boolean.compare(
                        shown.asText().equals("Y") || shown.asText().equals("1"), PhpNumber.whole(asked) != 0));
            case DATE -> order(shown, date(asked.asText()));
            case DATETIME -> order(shown, time.instant(asked.asText()));
            case STRING, STATUS, FLAG, MULTI_FIELDS, FILE, DISABLED ->
                OptionalInt.of(shown.asText().compareToIgnoreCase(asked.asText()));
        };
    }

    private OptionalInt order(JsonNode shown, Optional<Instant> asked) {
        Optional<Instant> moment = time.instant(shown.asText());
        return moment.isEmpty() || asked.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(moment.get().compareTo(asked.get()));
    }

    private Optional<Instant> date(String text) {
        return time.date(text).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
