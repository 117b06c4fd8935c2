package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.PriceList;
import dev.crm1c.model.onec.PriceList.Price;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Prices by slices of the last records. Управление торговлей has two registers, both published more often than not, and by its settings uses
 * one: the first that says anything is the one. Source: reference "onec", 2.1 and 2.2.
 */
@ApplicationScoped
class PriceBook {
    private final ODataClient client;
    private final ProfileShelf profiles;

    PriceBook(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<PriceList> of(Tenant tenant, OneCBase base, String priceKind) {
        Section prices = profiles.of(tenant).section("books").inner("prices");
        return prices.shownBy(base, "registers")
                .then(registers -> kind(tenant, prices.besides("kinds"), priceKind)
                        .then(kind -> first(tenant, base, registers, kind)));
    }

    private Reply<PriceList> first(Tenant tenant, OneCBase base, List<Section> registers, UUID kind) {
        Reply<PriceList> found = Reply.of(new PriceList(Map.of(), Set.of()));
        for (Section register : registers) {
            found = found.then(before -> isEmpty(before) ? read(tenant, base, register, kind) : Reply.of(before));
        }
        return found;
    }

    private Reply<UUID> kind(Tenant tenant, Section kinds, String name) {
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), kinds.set())
                .filter(ODataFilter.equal(kinds.text("name"), name))
                .select(kinds.selecting());
        return client.list(tenant, address).then(found -> {
            List<JsonNode> living = BaseLookup.living(found).toList();
            return switch (living.size()) {
                case 0 -> Reply.askPeople(new Problem.DictionaryEntryMissing(kinds.text("title"), name));
                case 1 -> Reply.of(Field.of(living.getFirst(), "Ref_Key").key());
                default -> Reply.askPeople(new Problem.EntryNotChosen(kinds.text("title"), name));
            };
        });
    }

    private static boolean isEmpty(PriceList list) {
        return list.prices().isEmpty() && list.inOtherCurrencies().isEmpty();
    }

    private Reply<PriceList> read(Tenant tenant, OneCBase base, Section register, UUID kind) {
        VirtualTable slice =
                VirtualTable.sliceLast(register.set()).where(ODataFilter.equal(register.text("kind"), kind));
        return client.calculate(tenant, slice).map(rows -> list(rows, register, base));
    }

    private static PriceList list(JsonNode rows, Section register, OneCBase base) {
        var prices = new HashMap<UUID, Price>();
        var inOtherCurrencies = new HashSet<UUID>();
        for (JsonNode row : rows) {
            boolean ofItemItself = register.texts("empty").stream()
                    .allMatch(field -> Field.of(row, field).reference().isEmpty());
            Money money = Money.nearest(Field.of(row, register.text("price")).number());
            if (!ofItemItself || money.equals(Money.ZERO)) {
                continue;
            }
            UUID item = Field.of(row, register.text("item")).key();
            if (base.isOwnCurrency(Field.of(row, register.text("currency")).key())) {
                prices.put(
                        item, new Price(money, Field.of(row, "Period").moment().orElse(Field.NO_DATE)));
            } else {
                inOtherCurrencies.add(item);
            }
        }
        return new PriceList(prices, inOtherCurrencies);
    }
}
