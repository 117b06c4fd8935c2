package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.FreeStock;
import dev.crm1c.model.onec.FreeStock.Place;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Free stock as a sum of terms: what one register has of an item, less what it or another one has promised. Source: reference "onec", 2. */
@ApplicationScoped
class StockBook {
    private final ODataClient client;
    private final ProfileShelf profiles;
    private final ChartOfAccounts accounts;

    StockBook(ODataClient client, ProfileShelf profiles, ChartOfAccounts accounts) {
        this.client = client;
        this.profiles = profiles;
        this.accounts = accounts;
    }

    private record Shelf(UUID item, Place place) {}

    Reply<List<FreeStock>> free(Tenant tenant, OneCBase base) {
        Reply<Map<Shelf, BigDecimal>> all = Reply.of(Map.of());
        for (Section term : profiles.of(tenant).section("books").inners("stock")) {
            boolean dispensable = term.node().path("optional").asBoolean();
            if (!dispensable || !term.lackedBy(base)) {
                all = all.then(before -> rows(tenant, base, term).map(rows -> sum(before, rows, term)));
            }
        }
        return all.map(sums -> sums.entrySet().stream()
                .map(sum -> new FreeStock(
                        sum.getKey().item(),
                        sum.getKey().place(),
                        sum.getValue().max(BigDecimal.ZERO)))
                .toList());
    }

    private Reply<JsonNode> rows(Tenant tenant, OneCBase base, Section term) {
        VirtualTable whole =
                VirtualTable.balance(term.set()).by(term.texts("dimensions").toArray(String[]::new));
        VirtualTable table = term.optionalText("organization")
                .map(field -> whole.where(ODataFilter.equal(field, base.organization())))
                .orElse(whole);
        return term.has("accounts")
                ? accounts.balances(tenant, term.besides("accounts"), table)
                : client.calculate(tenant, table);
    }

    private static Map<Shelf, BigDecimal> sum(Map<Shelf, BigDecimal> before, JsonNode rows, Section term) {
        var sums = new HashMap<>(before);
        for (JsonNode row : rows) {
            shelf(row, term).ifPresent(shelf -> sums.merge(shelf, quantity(row, term), BigDecimal::add));
        }
        return sums;
    }

    /** Empty for what lies in no warehouse: a department wants it, or it is no item at all. */
    private static Optional<Shelf> shelf(JsonNode row, Section term) {
        Optional<Place> warehouse = reference(row, term.node().get("warehouse")).map(Place.Warehouse::new);
        Optional<Place> place =
                warehouse.isEmpty() && term.node().path("orAnywhere").asBoolean()
                        ? Optional.of(new Place.Anywhere())
                        : warehouse;
        return reference(row, term.node().get("item")).flatMap(item -> place.map(known -> new Shelf(item, known)));
    }

    /** A field of one type by its name; one of several fields of any type by the type that it has in this row. */
    private static Optional<UUID> reference(JsonNode row, JsonNode rule) {
        if (rule.isTextual()) {
            return Field.of(row, rule.asText()).reference();
        }
        for (JsonNode name : rule.get("among")) {
            if (Field.of(row, name.asText()).composite() instanceof Composite.Reference(String set, UUID key)
                    && set.equals(rule.get("holds").asText())) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static BigDecimal quantity(JsonNode row, Section term) {
        return total(row, term.texts("plus")).subtract(total(row, term.texts("minus")));
    }

    private static BigDecimal total(JsonNode row, List<String> columns) {
        return columns.stream().map(column -> Field.of(row, column).number()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
