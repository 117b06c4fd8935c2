package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list that is asked for.
 *
 * @param container where its rows lie in the answer; documentation prints some lists without it, so both are taken
 *     (reference "bitrix24", 4.6)
 */
record ListQuery(String method, String container, Map<String, String> parameters) {
    ListQuery {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static ListQuery of(String method, String container) {
        return new ListQuery(method, container, Map.of());
    }

    ListQuery with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new ListQuery(method, container, more);
    }

    ListQuery withEach(String name, List<String> values) {
        ListQuery all = this;
        for (int i = 0; i < values.size(); i++) {
            all = all.with(name + "[" + i + "]", values.get(i));
        }
        return all;
    }

    Batch.Command in(Batch batch, String name) {
        Batch.Command command = batch.command(name, method);
        parameters.forEach(command::with);
        return command;
    }

    /** Empty when there is no list where it should be. A map with nothing in it comes as {@code []}, so that is a list too. */
    Optional<List<JsonNode>> rows(JsonNode answer) {
        JsonNode rows = container.isEmpty() || answer.isArray() ? answer : answer.path(container);
        return rows.isArray() ? Optional.of(rows.valueStream().toList()) : Optional.empty();
    }
}
