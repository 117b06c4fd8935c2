package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code $} options of a request (onec.md §1.4). An unknown one is error 0; what does not start with {@code $} is
 * nobody's business here.
 */
public record QueryOptions(Map<String, String> given) {
    private static final Set<String> KNOWN = Set.of(
            "$format", "$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$inlinecount", "$allowedOnly");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    public QueryOptions {
        given.keySet().stream()
                .filter(name -> name.startsWith("$") && !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ODataFailure.unsupportedOption(name);
                });
    }

    Optional<String> filter() {
        return Optional.ofNullable(given.get("$filter"));
    }

    Optional<String> select() {
        return Optional.ofNullable(given.get("$select"));
    }

    Optional<String> expand() {
        return Optional.ofNullable(given.get("$expand"));
    }

    Optional<String> orderBy() {
        return Optional.ofNullable(given.get("$orderby"));
    }

    Optional<Integer> top() {
        return number("$top");
    }

    Optional<Integer> skip() {
        return number("$skip");
    }

    public boolean counted() {
        return switch (given.getOrDefault("$inlinecount", "none")) {
            case "allpages" -> true;
            case "none" -> false;
            default -> throw ODataFailure.badOption("$inlinecount");
        };
    }

    private Optional<Integer> number(String option) {
        return Optional.ofNullable(given.get(option)).map(text -> {
            if (!COUNT.matcher(text).matches()) {
                throw ODataFailure.badOption(option);
            }
            return Integer.parseInt(text);
        });
    }
}
