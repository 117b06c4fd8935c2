package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.RequestBudget;
import dev.crm1c.model.port.RequestRoom;
import dev.crm1c.model.portal.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A leaky bucket for each portal, kept as one number: the time at which the bucket will be empty (the "virtual scheduling" form, known as GCRA).
 * A request moves it by one interval; it may run ahead of now by the burst. One conditional write moves it for a whole chunk of requests,
 * so that busy workers write seldom; it is read for each request, or a worker with requests in hand would call what another has seen closed.
 *
 * <p>Who is refused is given the next moment of a second number, the line: ten thousand deals that were changed at once come back one after
 * another and not all at every tick. We aim below the portal's own pace to leave room for the customer's other integrations.
 * Source: reference "bitrix24", 4.3–4.4.
 */
@ApplicationScoped
class DynamoRequestBudget implements RequestBudget, RequestRoom {
    /** Parts of the portal's pace and burst that we use. */
    private static final double OUR_PART_OF_THE_PACE = 0.75;

    private static final double OUR_PART_OF_THE_BURST = 0.6;
    /** The line moves slower than the bucket runs dry, so that what is new need not stand in it. */
    private static final double PART_OF_OURS_FOR_THE_LINE = 0.875;

    private static final int CHUNK = 4;
    /** Unspent requests of a chunk are kept for so long, then they are lost: too few requests hurt nobody. */
    private static final Duration CHUNK_LIFE = Duration.ofSeconds(20);

    private static final int MOST_COLLISIONS = 20;
    private static final String BUDGET = "BUDGET";
    private static final String EMPTY_AT = "emptyAt";
    private static final String LINE_ENDS_AT = "lineEndsAt";
    private static final String CLOSED = "closed:";

    private final Table table;
    private final Clock clock;
    private final Map<String, Purse> purses = new ConcurrentHashMap<>();

    DynamoRequestBudget(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Grant take(String portal, Pace pace, Set<String> methods) {
        Instant now = clock.instant();
        Item seen = table.get(partition(portal), BUDGET).orElseGet(() -> Item.at(partition(portal), BUDGET));
        long opens = Math.max(opensAt(seen, methods), refusedUntil(seen, pace));
        if (opens > now.toEpochMilli()) {
            purses.remove(portal);
            return lineUp(portal, pace, seen, opens);
        }
        Purse purse = purses.getOrDefault(portal, Purse.EMPTY);
        if (purse.holdsOne(now)) {
            purses.put(portal, purse.withoutOne());
            return new Grant.Granted();
        }
        return fromTheBucket(portal, pace, seen, now);
    }

    @Override
    public int room(String portal, Pace pace) {
        long now = clock.instant().toEpochMilli();
        long emptyAt = table.get(partition(portal), BUDGET)
                .flatMap(seen -> seen.optionalNumber(EMPTY_AT))
                .orElse(0L);
        return Math.toIntExact(Math.max(0, (now + ourBurst(pace) - Math.max(emptyAt, now)) / ourInterval(pace)));
    }

    @Override
    public void refuseUntil(String portal, Pace pace, Instant until) {
        purses.remove(portal);
        long full = until.toEpochMilli() + ourBurst(pace);
        table.updateIf(
                partition(portal),
                BUDGET,
                "SET " + EMPTY_AT + " = :full",
                "attribute_not_exists(" + EMPTY_AT + ") or " + EMPTY_AT + " < :full",
                Map.of(":full", number(full)));
    }

    @Override
    public void closeUntil(String portal, String method, Instant until) {
        purses.remove(portal);
        table.updateIf(
                partition(portal),
                BUDGET,
                "SET #closed = :until",
                "attribute_not_exists(#closed) or #closed < :until",
                Map.of("#closed", CLOSED + method),
                Map.of(":until", number(until.toEpochMilli())));
    }

    /** Nobody fills the bucket higher than the burst; a refusal does. */
    private static long refusedUntil(Item budget, Pace pace) {
        return budget.optionalNumber(EMPTY_AT).orElse(0L) - ourBurst(pace);
    }

    private static long opensAt(Item budget, Set<String> methods) {
        return methods.stream()
                .mapToLong(method -> budget.optionalNumber(CLOSED + method).orElse(0L))
                .max()
                .orElse(0L);
    }

    /** A whole chunk while there is room for one, else a single request, else a place in the line. */
    private Grant fromTheBucket(String portal, Pace pace, Item budget, Instant now) {
        Item seen = budget;
        for (int collision = 0; collision < MOST_COLLISIONS; collision++) {
            long emptyAt = Math.max(seen.optionalNumber(EMPTY_AT).orElse(0L), now.toEpochMilli());
            int requests = roomFor(CHUNK + 1, emptyAt, pace, now) ? CHUNK + 1 : 1;
            if (!roomFor(requests, emptyAt, pace, now)) {
                return lineUp(portal, pace, seen, emptyAt + ourInterval(pace) - ourBurst(pace));
            }
            switch (move(portal, EMPTY_AT, seen, emptyAt + requests * ourInterval(pace))) {
                case Table.Condition.Held() -> {
                    purses.put(portal, new Purse(requests - 1, now.plus(CHUNK_LIFE)));
                    return new Grant.Granted();
                }
                case Table.Condition.Failed(Item found) -> seen = found;
            }
        }
        return new Grant.ComeBackAt(now.plusMillis(ourInterval(pace)));
    }

    private static boolean roomFor(int requests, long emptyAt, Pace pace, Instant now) {
        return emptyAt + requests * ourInterval(pace) - ourBurst(pace) <= now.toEpochMilli();
    }

    /**
     * @param earliest when the first of the line may come
     */
    private Grant lineUp(String portal, Pace pace, Item budget, long earliest) {
        Item seen = budget;
        for (int collision = 0; collision < MOST_COLLISIONS; collision++) {
            long place = Math.max(seen.optionalNumber(LINE_ENDS_AT).orElse(0L) + stepOfTheLine(pace), earliest);
            switch (move(portal, LINE_ENDS_AT, seen, place)) {
                case Table.Condition.Held() -> {
                    return new Grant.ComeBackAt(Instant.ofEpochMilli(place));
                }
                case Table.Condition.Failed(Item found) -> seen = found;
            }
        }
        return new Grant.ComeBackAt(Instant.ofEpochMilli(earliest));
    }

    private Table.Condition move(String portal, String what, Item seen, long to) {
        return seen.optionalNumber(what)
                .map(from -> table.updateIf(
                        partition(portal),
                        BUDGET,
                        "SET " + what + " = :to",
                        what + " = :seen",
                        Map.of(":to", number(to), ":seen", number(from))))
                .orElseGet(() -> table.updateIf(
                        partition(portal),
                        BUDGET,
                        "SET " + what + " = :to",
                        "attribute_not_exists(" + what + ")",
                        Map.of(":to", number(to))));
    }

    /** Milliseconds between two requests. */
    private static long ourInterval(Pace pace) {
        return Math.round(pace.interval().toMillis() / OUR_PART_OF_THE_PACE);
    }

    /** Milliseconds between two of those who were refused. */
    private static long stepOfTheLine(Pace pace) {
        return Math.round(ourInterval(pace) / PART_OF_OURS_FOR_THE_LINE);
    }

    /** Milliseconds by which the bucket may run ahead of now. */
    private static long ourBurst(Pace pace) {
        return Math.round(pace.burst() * OUR_PART_OF_THE_BURST) * ourInterval(pace);
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

        boolean holdsOne(Instant now) {
            return requests > 0 && now.isBefore(until);
        }

        Purse withoutOne() {
            return new Purse(requests - 1, until);
        }
    }
}
