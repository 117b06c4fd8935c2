package dev.crm1c.model.onec;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What documents need of the tenant's base and what hardly ever changes there: found once a day, then taken from the table.
 *
 * @param found dictionary entries by the names that the configuration's profile gives them: {@code organization}, {@code vatRate.22}
 * @param lacks what the profile names and this very release does not have, as seen in its metadata: {@code СтавкиНДС/НДС22},
 *     {@code Document_X/Товары/Номенклатура}, a register of the books that it does not show: {@code InformationRegister_X}
 */
public record OneCBase(Map<String, UUID> found, Set<String> lacks) {
    /** 1C's "no reference". */
    private static final UUID NONE = new UUID(0, 0);

    public OneCBase {
        found = Map.copyOf(found);
        lacks = Set.copyOf(lacks);
    }

    public UUID organization() {
        return entry("organization").orElseThrow(() -> new IllegalStateException("no base without an organization"));
    }

    /** A sum without a currency is in the base's own. */
    public boolean isOwnCurrency(UUID currency) {
        return currency.equals(NONE)
                || entry("currency").filter(currency::equals).isPresent();
    }

    public Optional<UUID> entry(String name) {
        return Optional.ofNullable(found.get(name));
    }
}
