package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.crm.RowSaveEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §2.3, §8: what is heard of saved product rows")
class RowEventTest extends WithPortal {

    @Test
    @DisplayName("§2.3 whether saved rows are heard of is a switch: always, when the totals change, or never")
    void rowEvents() throws Exception {
        List<Integer> heard = new ArrayList<>();
        for (RowSaveEvents events : RowSaveEvents.values()) {
            try (Handler own = new Handler(200);
                    Bitrix24Simulator other = Bitrix24Simulator.start(settings().withRowSaveEvents(events))) {
                other.subscribe(own.address(), Set.of(CrmEvent.ONCRMDEALUPDATE));
                Salesperson somebody = other.salesperson();
                long deal = somebody.deal("Сделка", 0);
                clock.advance(Duration.ofMinutes(1));
                somebody.rows(deal, List.of(ProductRow.of("А", "10", "1")));
                somebody.rows(deal, List.of(ProductRow.of("Б", "5", "2")));
                assertThat(other.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
                assertThat(other.deal(deal).path("opportunity").asInt()).isEqualTo(10);
                heard.add(own.calls().size());
            }
        }
        assertThat(heard).containsExactly(2, 1, 0);
    }
}
