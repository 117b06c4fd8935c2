package dev.crm1c.simulators.onec.base;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.DatePart;
import dev.crm1c.simulators.onec.structure.PropertyType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads one JSON scalar for a property, with the silences and the refusals of onec.md §1.6 [live P8, P9]. */
public final class ScalarReader {
    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** Empty means: silently ignored, the field keeps what it had. */
    Optional<Value> read(PropertyType type, JsonNode node) {
        if (node.isContainerNode()) {
            throw ODataFailure.internal();
        }
        if (node.isNull()) {
            return Optional.of(Value.emptyOf(type));
        }
        return parse(type, node.isNumber() ? node.decimalValue().toPlainString() : node.asText());
    }

    public Optional<Value> parse(PropertyType type, String text) {
        return switch (type) {
            case PropertyType.Text t -> Optional.of(new Value.Text(fit(t, text)));
            case PropertyType.EnumName e ->
                Optional.of(new Value.Text(e.values().contains(text) ? text : ""));
            case PropertyType.Whole w -> whole(w, text);
            case PropertyType.Fractional f -> fractional(f, text);
            case PropertyType.Flag _ -> Optional.of(flag(text));
            case PropertyType.Moment m -> Optional.of(moment(m.part(), text));
            case PropertyType.Identifier _, PropertyType.Reference _ -> Optional.of(new Value.Key(guid(text)));
            case PropertyType.Composite _, PropertyType.CompositeTypeName _ -> Optional.empty();
        };
    }

    /** Too long is cut without a word, too short is padded where the length is fixed (onec.md §1.3). */
    private static String fit(PropertyType.Text type, String text) {
        if (type.unlimited()) {
            return text;
        }
        String cut = text.length() > type.length() ? text.substring(0, type.length()) : text;
        return type.padded() && !cut.isEmpty() ? cut + " ".repeat(type.length() - cut.length()) : cut;
    }

    private static Optional<Value> whole(PropertyType.Whole type, String text) {
        return NUMBER.matcher(text).matches() && !text.contains(".")
                ? Optional.of(new Value.Numeric(clamp(new BigDecimal(text), type.digits(), 0)))
                : Optional.empty();
    }

    /** It is an Edm.Double on the wire, so what a double cannot hold is lost (onec.md §1.3). */
    private static Optional<Value> fractional(PropertyType.Fractional type, String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = BigDecimal.valueOf(Double.parseDouble(text));
        BigDecimal rounded = number.setScale(type.fraction(), RoundingMode.HALF_UP);
        return Optional.of(new Value.Numeric(clamp(rounded, type.digits(), type.fraction())));
    }

    /** A number too large for its attribute becomes all nines, as the platform does. */
    private static BigDecimal clamp(BigDecimal number, int digits, int fraction) {
        BigDecimal limit = BigDecimal.TEN.pow(digits).subtract(BigDecimal.ONE).movePointLeft(fraction);
        return number.min(limit).max(limit.negate());
    }

    private static Value flag(String text) {
        return switch (text) {
            case "true" -> new Value.Flag(true);
            case "false" -> new Value.Flag(false);
            default -> throw ODataFailure.unparsable(text, "Edm.Boolean");
        };
    }

    /** There is no zone on the wire (onec.md §1.3), so a text with one is no Edm.DateTime. */
    private static Value moment(DatePart part, String text) {
        try {
            LocalDateTime at = LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .truncatedTo(ChronoUnit.SECONDS);
            return new Value.Moment(
                    switch (part) {
                        case DATE -> at.truncatedTo(ChronoUnit.DAYS);
                        case TIME -> Value.EMPTY_DATE.with(at.toLocalTime());
                        case DATE_TIME -> at;
                    });
        } catch (DateTimeParseException _) {
            throw ODataFailure.unparsable(text, "Edm.DateTime");
        }
    }

    public static UUID guid(String text) {
        if (!GUID.matcher(text).matches()) {
            throw ODataFailure.unparsable(text, "Edm.Guid");
        }
        return UUID.fromString(text);
    }
}
