package dev.crm1c.model.onec;

import java.util.List;
import java.util.Optional;

/**
 * What 1C has of a buyer.
 *
 * @param same not marked for deletion, in a stable order; more than one means that somebody doubled them in 1C
 * @param heads head offices with the buyer's ИНН, when the buyer is a branch; else empty
 */
public record CounterpartiesFound(List<CounterpartyOnFile> same, List<CounterpartyOnFile> heads) {
    public CounterpartiesFound {
        same = List.copyOf(same);
        heads = List.copyOf(heads);
    }

    public Optional<CounterpartyOnFile> first() {
        return same.stream().findFirst();
    }
}
