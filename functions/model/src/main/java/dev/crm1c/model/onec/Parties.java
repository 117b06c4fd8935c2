package dev.crm1c.model.onec;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Who sells to whom under which contract. Which kinds are there depends on the configuration and on what the scenario makes. */
public record Parties(OneCBase base, Map<OneCKind, OneCRef> refs) {
    public Parties {
        refs = Map.copyOf(refs);
    }

    public static Parties of(OneCBase base) {
        return new Parties(base, Map.of());
    }

    public Parties with(OneCRef ref) {
        var more = new EnumMap<OneCKind, OneCRef>(OneCKind.class);
        more.putAll(refs);
        more.put(ref.kind(), ref);
        return new Parties(base, more);
    }

    public Optional<OneCRef> ref(OneCKind kind) {
        return Optional.ofNullable(refs.get(kind));
    }

    public OneCRef counterparty() {
        return ref(OneCKind.COUNTERPARTY).orElseThrow(() -> new IllegalStateException("the buyer was not found yet"));
    }
}
