package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * Takes a value from a request as PHP would: nothing is refused here, what is no number becomes 0 and what is no date
 * becomes empty. Null stands for "empty".
 */
public final class FieldReading {
    private final PortalTime time;

    public FieldReading(PortalTime time) {
        this.time = time;
    }

    public Object read(Field field, JsonNode given) {
        if (field.type() == FieldType.FILE) {
            return FileChange.read(given, field.multiple());
        }
        if (field.multiple()) {
            List<Object> values = (PhpArray.is(given) ? PhpArray.values(given) : List.of(given))
                    .stream()
                            .map(value -> one(field.type(), value))
                            .filter(Objects::nonNull)
                            .toList();
            return values.isEmpty() ? null : values;
        }
        return one(field.type(), given);
    }

    private Object one(FieldType type, JsonNode given) {
        if (type == FieldType.REFERENCES) {
            List<Object> ids = PhpArray.values(given).stream()
                    .map(id -> (Object) PhpNumber.whole(id))
                    .filter(id -> (long) id > 0)
                    .distinct()
                    .toList();
            return ids.isEmpty() ? null : ids;
        }
        if (given == null
                || given.isNull()
                || given.isContainerNode()
                || given.asText().isEmpty()) {
            return null;
        }
        return switch (type) {
            case INTEGER -> PhpNumber.whole(given);
            case REFERENCE, NULLABLE_REFERENCE -> PhpNumber.whole(given) == 0 ? null : PhpNumber.whole(given);
            case DOUBLE, MONEY -> exact(PhpNumber.decimal(given));
            case FLAG -> yes(given) ? "Y" : "N";
            case USER_FLAG -> yes(given) || PhpNumber.whole(given) != 0 ? "Y" : "N";
            case DATE -> time.date(given.asText()).orElse(null);
            case DATETIME -> time.instant(given.asText()).orElse(null);
            case STRING, STATUS -> given.isBoolean() ? (given.booleanValue() ? "1" : null) : given.asText();
            case REFERENCES, MULTI_FIELDS, FILE, DISABLED -> null;
        };
    }

    /** One form for one amount, so that equal amounts are equal values. */
    static BigDecimal exact(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    private static boolean yes(JsonNode given) {
        return given.isBoolean() ? given.booleanValue() : given.asText().equals("Y");
    }
}
