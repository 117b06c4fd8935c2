package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.RequestBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A leaky bucket for each portal, kept as one number: the time at which the bucket will be empty (the "virtual scheduling" form, known as GCRA).
 * A request moves it by one interval; it may run ahead of now by the burst. One conditional write moves it for a whole chunk of requests,
 * so that busy workers write seldom.
 *
 * <p>Bitrix24 drains 2 requests a second and blocks above 50; we aim lower to leave room for the customer's other integrations.
 * Source: reference "bitrix24", 4.3.
 */
@ApplicationScoped
class DynamoRequestBudget implements RequestBudget {
    private static final Duration INTERVAL = Duration.ofMillis(667);
    private static final int BURST = 30;
    private static final int CHUNK = 4;
    /** Unspent requests of a chunk are kept for so long, then they are lost: too few requests hurt nobody. */
    private static final Duration CHUNK_LIFE = Duration.ofSeconds(20);

    private static final int MOST_COLLISIONS = 20;
    private static final String BUDGET = "BUDGET";
    private static final String EMPTY_AT = "emptyAt";

    private final Table table;
    private final Clock clock;
    private final Map<String, Purse> purses = new ConcurrentHashMap<>();

    DynamoRequestBudget(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Grant take(String portal, int requests) {
        Instant now = clock.instant();
        Purse purse = purses.getOrDefault(portal, Purse.EMPTY);
        if (purse.holds(requests, now)) {
            purses.put(portal, purse.without(requests));
            return new Grant.Granted();
        }
        Grant chunk = move(portal, CHUNK + requests, now);
        if (chunk instanceof Grant.Granted) {
            purses.put(portal, new Purse(CHUNK, now.plus(CHUNK_LIFE)));
            return chunk;
        }
        return move(portal, requests, now);
    }

    @Override
    public void refuseUntil(String portal, Instant until) {
        purses.remove(portal);
        long full = until.toEpochMilli() + BURST * INTERVAL.toMillis();
        table.updateIf(
                partition(portal),
                BUDGET,
                "SET " + EMPTY_AT + " = :full",
                "attribute_not_exists(" + EMPTY_AT + ") or " + EMPTY_AT + " < :full",
                Map.of(":full", number(full)));
    }

    private Grant move(String portal, int requests, Instant now) {
        long seen = table.get(partition(portal), BUDGET)
                .flatMap(item -> item.optionalNumber(EMPTY_AT))
                .orElse(0L);
        for (int collision = 0; collision < MOST_COLLISIONS; collision++) {
            long next = Math.max(seen, now.toEpochMilli()) + requests * INTERVAL.toMillis();
            long earliest = next - BURST * INTERVAL.toMillis();
            if (earliest > now.toEpochMilli()) {
                return new Grant.ComeBackAt(Instant.ofEpochMilli(earliest));
            }
            var moved = table.updateIf(
                    partition(portal),
                    BUDGET,
                    "SET " + EMPTY_AT + " = :next",
                    "attribute_not_exists(" + EMPTY_AT + ") or " + EMPTY_AT + " = :seen",
                    Map.of(":next", number(next), ":seen", number(seen)));
            switch (moved) {
                case Table.Condition.Held() -> {
                    return new Grant.Granted();
                }
                case Table.Condition.Failed(Item found) ->
                    seen = found.optionalNumber(EMPTY_AT).orElse(0L);
            }
        }
        return new Grant.ComeBackAt(now.plus(INTERVAL));
    }

    private static String partition(String portal) {
        return "portal:" + portal;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** Requests already paid for in the table and not yet made by this process. */
    private record Purse(int requests, Instant until) {
        static final Purse EMPTY = new Purse(0, Instant.EPOCH);

        boolean holds(int wanted, Instant now) {
            return requests >= wanted && now.isBefore(until);
        }

        Purse without(int spent) {
            return new Purse(requests - spent, until);
        }
    }
}
