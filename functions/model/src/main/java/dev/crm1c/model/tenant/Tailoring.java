package dev.crm1c.model.tenant;

import java.util.HashMap;
import java.util.Map;

/**
 * Where a tenant's base differs from what its configuration's profile says.
 *
 * @param entries which dictionary entry is meant where a base has several, by the profile's name for it: {@code warehouse}
 * @param profile sections and fields that replace those of the profile, as a JSON object
 */
public record Tailoring(Map<String, String> entries, String profile) {
    public static final Tailoring NONE = new Tailoring(Map.of(), "{}");

    public Tailoring {
        entries = Map.copyOf(entries);
    }

    Tailoring with(Map<String, String> own) {
        var merged = new HashMap<>(entries);
        merged.putAll(own);
        return new Tailoring(merged, profile);
    }
}
