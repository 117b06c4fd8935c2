package dev.crm1c.model.deal;

import java.time.Instant;
import java.util.Map;

/**
 * What a deal says of itself, beside who buys what.
 *
 * @param fields those of its fields that the tenant's rules look at, by their names
 */
public record DealHead(
        String title,
        StageRef stage,
        Phase phase,
        Instant createdAt,
        Responsible responsible,
        SellerInDeal seller,
        DealSum sum,
        Map<String, String> fields) {
    public DealHead {
        fields = Map.copyOf(fields);
    }

    /** An open deal made at the beginning of time: for tests and for CRMs that say no more. */
    public static DealHead at(StageRef stage) {
        return new DealHead(
                "",
                stage,
                Phase.OPEN,
                Instant.EPOCH,
                new Responsible.Nobody(),
                new SellerInDeal.NotNamed(),
                new DealSum.NotSaid(),
                Map.of());
    }

    /** @return blank when the deal says nothing */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public enum Phase {
        OPEN,
        WON,
        LOST,
        /** No sale: the pattern of which a recurring deal's sales are made. */
        TEMPLATE
    }
}
