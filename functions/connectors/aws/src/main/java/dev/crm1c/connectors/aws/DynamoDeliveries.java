package dev.crm1c.connectors.aws;

import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.port.Deliveries;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a {@code PORTION#} item for each part of a deal that was handed over: row numbers and quantities. Written once, never changed. */
@ApplicationScoped
class DynamoDeliveries implements Deliveries {
    private static final String PORTION = "PORTION#";
    private static final String ROWS = "rows";
    private static final String SERVICES = "services";
    /** The number's width in the key, so that the tenth portion comes after the ninth. */
    private static final String NUMBER = "%04d";

    private static final int MOST_PORTIONS = 9_999;

    private final Table table;

    DynamoDeliveries(Table table) {
        this.table = table;
    }

    @Override
    public List<Portion> of(TenantId tenant, CrmRef deal) {
        String prefix = prefix(deal);
        return table.beginningWith(tenant.value(), prefix, MOST_PORTIONS).stream()
                .map(item -> new Portion(
                        Integer.parseInt(item.sort().substring(prefix.length())), rows(item), services(item)))
                .toList();
    }

    @Override
    public Adding add(TenantId tenant, CrmRef deal, Portion portion) {
        Item item = Item.at(tenant.value(), prefix(deal) + NUMBER.formatted(portion.number()))
                .with(ROWS, stored(portion.rows()))
                .with(
                        SERVICES,
                        portion.services().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()));
        return switch (table.putIf(item, "attribute_not_exists(pk)", Map.of())) {
            case Table.Condition.Held() -> Adding.KEPT;
            case Table.Condition.Failed _ -> Adding.TAKEN;
        };
    }

    private static String prefix(CrmRef deal) {
        return PORTION + deal.key() + "#";
    }

    /** {@code 3=2.5}: of row 3 two and a half. */
    private static Set<String> stored(Map<Integer, Quantity> rows) {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + "=" + row.getValue().plain())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Integer> services(Item item) {
        return item.texts(SERVICES).stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Integer, Quantity> rows(Item item) {
        return item.texts(ROWS).stream()
                .map(row -> row.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(
                        row -> Integer.valueOf(row[0]), row -> new Quantity(new BigDecimal(row[1]))));
    }
}
