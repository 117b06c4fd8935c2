package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crm1c.connectors.bitrix24.Listing.Extent;
import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.VirtualClock;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** bitrix24.md §4.6, §6.3. */
@QuarkusTest
class ChangedItemsTest extends CallingAPortal {
    private static final int DEALS = 2;
    private static final int MANY = 100;

    private final VirtualClock portalTime = VirtualClock.at(NOW);
    private Bitrix24Simulator crm;

    @BeforeEach
    void startPortal() {
        crm = Bitrix24Simulator.start(PortalSettings.defaults()
                .withClock(portalTime)
                .withBucket(1000, 100)
                .withWebhookSecret("canarysecret0123456789"));
    }

    @AfterEach
    void stopPortal() {
        crm.close();
    }

    private Tenant onThePortal() {
        URI address = crm.address();
        return tenant("demo", URI.create(address.getScheme() + "://" + address.getAuthority()));
    }

    private Listing<ChangedItem> changedSince(Instant since, int mostPages) {
        return got(changes().changedSince(onThePortal(), DEALS, since, mostPages));
    }

    private ChangedItems changes() {
        return new ChangedItems(new PortalLists(client, errors), errors);
    }

    private List<Long> deals(int howMany) {
        var made = new ArrayList<Long>();
        for (int deal = 0; deal < howMany; deal++) {
            made.add(crm.salesperson().deal("Сделка", 0));
        }
        return made;
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "49, 1", "50, 0", "50, 3", "120, 0", "120, 70", "30, 30", "100, 50"})
    @DisplayName("however many items share a second, each is found once, oldest first")
    void every_change_is_found_once(int inOneSecond, int inTheNext) {
        List<Long> made = deals(inOneSecond);
        portalTime.advance(Duration.ofSeconds(1));
        made.addAll(deals(inTheNext));

        Listing<ChangedItem> changed = changedSince(NOW, MANY);

        assertThat(changed.extent()).isEqualTo(Extent.WHOLE);
        assertThat(changed.rows()).extracting(ChangedItem::id).containsExactlyElementsOf(made);
    }

    @Test
    @DisplayName("bitrix24.md §4.7: the portal's zone is not ours")
    void the_moment_itself_belongs_to_what_is_found_and_what_was_before_does_not() {
        long before = deals(1).getFirst();
        portalTime.advance(Duration.ofSeconds(10));
        long at = deals(1).getFirst();

        assertThat(changedSince(NOW.plusSeconds(10), MANY).rows())
                .extracting(ChangedItem::id, ChangedItem::changed, ChangedItem::changedBy)
                .containsExactly(tuple(
                        at, NOW.plusSeconds(10), Long.toString(crm.salesperson().userId())));
        assertThat(changedSince(NOW, MANY).rows()).extracting(ChangedItem::id).containsExactly(before, at);
    }

    @Test
    void a_list_that_is_cut_short_says_so_and_goes_on_from_its_last_item() {
        List<Long> first = deals(60);
        portalTime.advance(Duration.ofSeconds(1));
        List<Long> second = deals(60);

        Listing<ChangedItem> part = changedSince(NOW, 3);
        assertThat(part.extent()).isEqualTo(Extent.CUT_SHORT);
        assertThat(part.rows()).extracting(ChangedItem::id).startsWith(first.toArray(Long[]::new));

        Listing<ChangedItem> rest = changedSince(part.rows().getLast().changed(), MANY);
        assertThat(rest.extent()).isEqualTo(Extent.WHOLE);
        assertThat(rest.rows()).extracting(ChangedItem::id).containsExactlyElementsOf(second);
    }

    @Test
    void a_portal_that_ignores_the_filter_is_not_read_for_ever() {
        portal.says(_ -> Said.json(
                200,
                IntStream.rangeClosed(1, 50)
                        .mapToObj(id -> "{\"id\":" + id + ",\"updatedTime\":\"2026-11-21T12:00:00+02:00\"}")
                        .collect(Collectors.joining(",", "{\"result\":{\"items\":[", "]}}"))));

        Listing<ChangedItem> changed = got(changes().changedSince(tenant(), DEALS, NOW, MANY));

        assertThat(changed.extent()).isEqualTo(Extent.CUT_SHORT);
        assertThat(changed.rows()).hasSize(50);
        assertThat(portal.asked()).hasSize(2);
    }

    @Test
    void a_row_without_a_time_is_no_answer() {
        portal.says(Said.json(200, "{\"result\":{\"items\":[{\"id\":1,\"updatedTime\":null}]}}"));

        assertThat(stopped(changes().changedSince(tenant(), DEALS, NOW, MANY)))
                .isEqualTo(later(Duration.ofMinutes(1), Delay.CRM_ANSWER_UNCLEAR));
    }
}
