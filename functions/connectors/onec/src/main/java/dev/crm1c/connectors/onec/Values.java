package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.Parties;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Our values by the names that profiles point at, already in the form in which 1C takes them (reference "onec", 1.3). */
final class Values {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> byName = new HashMap<>();
    private final Set<String> lacks;

    Values() {
        this(Set.of());
    }

    private Values(Set<String> lacks) {
        this.lacks = lacks;
    }

    /** With the entries of the base by their names. */
    static Values of(OneCBase base) {
        var values = new Values(base.lacks());
        base.found().forEach(values::with);
        return values;
    }

    /** With the parties by their kinds: {@code counterparty}. */
    static Values of(Parties parties) {
        Values values = of(parties.base());
        parties.refs().forEach((kind, ref) -> values.with(kind.wireName(), ref.key()));
        return values;
    }

    /** The same values, to which more can be added without touching these. */
    Values copy() {
        var copy = new Values(lacks);
        copy.byName.putAll(byName);
        return copy;
    }

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

    /** What a pointer, {@code $name}, points at. */
    Optional<JsonNode> find(String pointer) {
        return Optional.ofNullable(byName.get(pointer.substring(1)));
    }

    JsonNode pointed(String pointer) {
        return find(pointer)
                .orElseThrow(() -> new IllegalStateException("the profile points at an unknown value " + pointer));
    }

    UUID key(String pointer) {
        return UUID.fromString(pointed(pointer).asText());
    }

    Optional<String> nameOfEntry(String prefix, String key) {
        return byName.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix)
                        && entry.getValue().asText().equals(key))
                .map(entry -> entry.getKey().substring(prefix.length()))
                .findFirst();
    }

    /** Whether this base's release is known not to have what the profile names. */
    boolean lacks(String name) {
        return lacks.contains(name);
    }

    /** One control character inside a string makes 1C's own XML exchange fail for the whole package (reference "onec", 1.3, live). */
    private static String withoutControls(String text) {
        return text.replaceAll("\\s*[\\p{Cntrl}\\uFFFE\\uFFFF]+\\s*", " ").strip();
    }
}
