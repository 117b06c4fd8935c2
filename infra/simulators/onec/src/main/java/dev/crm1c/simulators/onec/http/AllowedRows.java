package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.query.EntityQuery.Found;
import dev.crm1c.simulators.onec.query.QueryOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Restrictions at the level of rows: a set that holds a forbidden one is refused whole, paging or not, unless the
 * caller is content with the allowed ones (onec.md §1.4 [doc]).
 */
final class AllowedRows {
    private final Call call;
    private final Function<QueryOptions, Found> query;

    AllowedRows(Call call, Function<QueryOptions, Found> query) {
        this.call = call;
        this.query = query;
    }

    /** @param subject the object of the set a found row belongs to, itself or its owner */
    Found found(String set, Function<Row, Optional<Entity>> subject) {
        Found asked = query.apply(new QueryOptions(call.options()));
        if (!call.user().restrictedIn(set)) {
            return asked;
        }
        Found all = query.apply(new QueryOptions(unpaged()));
        List<? extends Row> allowed = all.rows().stream()
                .filter(row -> subject.apply(row).map(call.user()::sees).orElse(true))
                .toList();
        if (allowed.size() == all.rows().size()) {
            return asked;
        }
        if (!allowedOnly()) {
            throw ODataFailure.accessDenied();
        }
        List<? extends Row> page = allowed.stream()
                .skip(number("$skip", 0))
                .limit(number("$top", Integer.MAX_VALUE))
                .toList();
        return new Found(page, allowed.size(), asked.selection(), asked.expansion());
    }

    private Map<String, String> unpaged() {
        Map<String, String> options = new HashMap<>(call.options());
        options.keySet().removeAll(List.of("$top", "$skip"));
        return options;
    }

    private boolean allowedOnly() {
        return List.of("allowedOnly", "$allowedOnly").stream()
                .anyMatch(name -> call.options().getOrDefault(name, "").equals("true"));
    }

    private int number(String option, int otherwise) {
        return Optional.ofNullable(call.options().get(option))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
