package dev.crm1c.model.sync;

import java.util.Optional;
import java.util.regex.Pattern;

/** One object of the tenant's CRM, by kind and the CRM's own id (1 to 64 characters). */
public record CrmRef(CrmKind kind, String id) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public CrmRef {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a CRM object");
        }
    }

    public static Optional<CrmRef> parse(CrmKind kind, String id) {
        return FORM.matcher(id).matches() ? Optional.of(new CrmRef(kind, id)) : Optional.empty();
    }

    /** {@code deal#123}: how table keys name it. */
    public String key() {
        return kind.wireName() + "#" + id;
    }

    /** Reads {@link #key()} back. */
    public static Optional<CrmRef> fromKey(String key) {
        int cut = key.indexOf('#');
        return cut < 0
                ? Optional.empty()
                : CrmKind.fromWire(key.substring(0, cut)).flatMap(kind -> parse(kind, key.substring(cut + 1)));
    }

    @Override
    public String toString() {
        return key();
    }
}
