package dev.crm1c.model.tenant;

import java.util.Optional;
import java.util.regex.Pattern;

/** One customer of a deployment: part of every key, queue group and log line. Lower-case letters, digits, hyphens; 1 to 40 characters. */
public record TenantId(String value) implements Comparable<TenantId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tenant id");
        }
    }

    /** Reads an id that came from outside; empty when it has not the form of one. */
    public static Optional<TenantId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TenantId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
