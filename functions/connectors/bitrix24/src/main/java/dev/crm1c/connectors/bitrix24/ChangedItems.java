package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.bitrix24.Listing.Extent;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What was changed since a moment, for the sweep that finds what no event told us. Times are whole seconds and many items may share one, so a
 * full page is followed by the rest of its last second, by id, and only then by what is later. Source: reference "bitrix24", 6.3.
 */
@ApplicationScoped
class ChangedItems {
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final String TIME = "updatedTime";

    private static final Comparator<ChangedItem> OLDEST_FIRST =
            Comparator.comparing(ChangedItem::changed).thenComparing(ChangedItem::id);

    private final PortalLists lists;
    private final Bitrix24Errors errors;

    ChangedItems(PortalLists lists, Bitrix24Errors errors) {
        this.lists = lists;
        this.errors = errors;
    }

    /** Oldest first, each item once. A list that was cut short goes on from the time of its last item. */
    Reply<Listing<ChangedItem>> changedSince(Tenant tenant, int entityTypeId, Instant since, int mostPages) {
        var all = new LinkedHashMap<Long, ChangedItem>();
        Place place = new Place.From(WIRE.format(since.atOffset(ZoneOffset.UTC)));
        for (int page = 0; page < mostPages; page++) {
            switch (page(tenant, entityTypeId, place)) {
                case Reply.Stopped<List<ChangedItem>>(var outcome) -> {
                    return Reply.stop(outcome);
                }
                case Reply.Got<List<ChangedItem>>(var items) -> {
                    if (!place.allows(items) || !isInOrder(items)) {
                        return Reply.of(new Listing<>(List.copyOf(all.values()), Extent.CUT_SHORT));
                    }
                    items.forEach(item -> all.putLast(item.id(), item));
                    Optional<Place> next = place.next(items);
                    if (next.isEmpty()) {
                        return Reply.of(new Listing<>(List.copyOf(all.values()), Extent.WHOLE));
                    }
                    place = next.get();
                }
            }
        }
        return Reply.of(new Listing<>(List.copyOf(all.values()), Extent.CUT_SHORT));
    }

    private Reply<List<ChangedItem>> page(Tenant tenant, int entityTypeId, Place place) {
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("entityTypeId", entityTypeId)
                .put("start", -1);
        parameters.putArray("select").add("id").add(TIME).add("updatedBy");
        parameters.putObject("order").put(TIME, "ASC").put("id", "ASC");
        place.filter(parameters.putObject("filter"));
        return lists.page(tenant, "crm.item.list", parameters).then(this::items);
    }

    private Reply<List<ChangedItem>> items(List<JsonNode> rows) {
        var items = new ArrayList<ChangedItem>();
        for (JsonNode row : rows) {
            Optional<ChangedItem> item = ChangedItem.of(row);
            if (item.isEmpty()) {
                return Reply.stop(errors.meaning(Refusal.UNCLEAR));
            }
            items.add(item.get());
        }
        return Reply.of(items);
    }

    private static boolean isInOrder(List<ChangedItem> items) {
        return items.stream().sorted(OLDEST_FIRST).toList().equals(items);
    }

    /** How far the list has been read. */
    private sealed interface Place {
        void filter(ObjectNode filter);

        /** Whether the page is where it was asked for: some methods ignore the place and would be read for ever (reference, 4.6). */
        boolean allows(List<ChangedItem> items);

        default Optional<Place> next(List<ChangedItem> items) {
            if (items.size() < PortalLists.PAGE) {
                return Optional.empty();
            }
            return Optional.of(new Within(items.getLast()));
        }

        record From(String time) implements Place {
            @Override
            public void filter(ObjectNode filter) {
                filter.put(">=" + TIME, time);
            }

            @Override
            public boolean allows(List<ChangedItem> items) {
                return true;
            }
        }

        /** The rest of the second in which this item was changed. */
        record Within(ChangedItem last) implements Place {
            @Override
            public void filter(ObjectNode filter) {
                filter.put("=" + TIME, last.shownTime()).put(">id", last.id());
            }

            @Override
            public boolean allows(List<ChangedItem> items) {
                return items.stream().allMatch(item -> item.changed().equals(last.changed()) && item.id() > last.id());
            }

            @Override
            public Optional<Place> next(List<ChangedItem> items) {
                return Optional.of(items.size() < PortalLists.PAGE ? new Behind(last) : new Within(items.getLast()));
            }
        }

        record Behind(ChangedItem last) implements Place {
            @Override
            public void filter(ObjectNode filter) {
                filter.put(">" + TIME, last.shownTime());
            }

            @Override
            public boolean allows(List<ChangedItem> items) {
                return items.stream().allMatch(item -> item.changed().isAfter(last.changed()));
            }
        }
    }
}
