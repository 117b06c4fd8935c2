package dev.crm1c.model.onec;

import java.util.UUID;

/** One object of the tenant's 1C base, by kind and Ref_Key. */
public record OneCRef(OneCKind kind, UUID key) {
    @Override
    public String toString() {
        return kind.wireName() + "#" + key;
    }
}
