package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.model.money.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Our values by the names that profiles point at, already in the form in which 1C takes them (reference "onec", 1.3). */
final class Values {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> byName = new HashMap<>();

    Values with(String name, String text) {
        byName.put(name, NODES.textNode(withoutControls(text)));
        return this;
    }

    Values with(String name, UUID key) {
        byName.put(name, NODES.textNode(key.toString()));
        return this;
    }

    Values with(String name, Money money) {
        return with(name, money.rubles());
    }

    Values with(String name, BigDecimal number) {
        byName.put(name, NODES.numberNode(number));
        return this;
    }

    Values with(String name, LocalDateTime moment) {
        byName.put(name, NODES.textNode(LOCAL.format(moment)));
        return this;
    }

    Optional<JsonNode> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** One control character inside a string makes 1C's own XML exchange fail for the whole package (reference "onec", 1.3, live). */
    private static String withoutControls(String text) {
        return text.replaceAll("\\s*[\\p{Cntrl}\\uFFFE\\uFFFF]+\\s*", " ").strip();
    }
}
