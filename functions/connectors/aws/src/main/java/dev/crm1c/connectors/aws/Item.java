package dev.crm1c.connectors.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item of the table, in our words: a partition, a sort key and attributes. An attribute that has nothing to say is left out. */
record Item(Map<String, AttributeValue> attributes) {
    static final String PARTITION = "pk";
    static final String SORT = "sk";

    static Item at(String partition, String sort) {
        return new Item(new HashMap<>(key(partition, sort)));
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
    }

    Item with(String name, String text) {
        attributes.put(name, AttributeValue.fromS(text));
        return this;
    }

    Item with(String name, long number) {
        attributes.put(name, AttributeValue.fromN(Long.toString(number)));
        return this;
    }

    /** Milliseconds since the epoch: sorts as time does, which ISO texts with and without fractions do not. */
    Item with(String name, Instant instant) {
        return with(name, instant.toEpochMilli());
    }

    Item with(String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            attributes.put(name, AttributeValue.fromSs(texts.stream().sorted().toList()));
        }
        return this;
    }

    String sort() {
        return text(SORT);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalStateException("item without " + name));
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> new IllegalStateException("item without " + name));
    }

    Optional<Long> optionalNumber(String name) {
        return Optional.ofNullable(attributes.get(name)).map(value -> Long.parseLong(value.n()));
    }

    Optional<Instant> optionalInstant(String name) {
        return optionalNumber(name).map(Instant::ofEpochMilli);
    }

    Set<String> texts(String name) {
        return attributes.containsKey(name) ? Set.copyOf(attributes.get(name).ss()) : Set.of();
    }
}
