package dev.crm1c.simulators.bitrix24.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §2.3, §2.5: the names of events")
class EventNamesTest {

    @Test
    void an_item_of_a_type_fires_under_the_common_name_and_under_that_of_its_type() {
        assertThat(EventNames.of(Change.ofDynamicItem(CrmEvent.ONCRMDYNAMICITEMUPDATE, 3, 31, 1)))
                .containsExactly("ONCRMDYNAMICITEMUPDATE", "ONCRMDYNAMICITEMUPDATE_31");
        assertThat(EventNames.isKnown("ONCRMDYNAMICITEMUPDATE_31", Set.of("crm")))
                .isTrue();
        assertThat(EventNames.isKnown("ONCRMDYNAMICITEMUPDATE_x", Set.of("crm")))
                .isFalse();
    }

    @Test
    void an_event_belongs_to_the_scope_of_its_module() {
        assertThat(EventNames.isKnown("CATALOG.PRICE.ON.ADD", Set.of("crm"))).isFalse();
        assertThat(EventNames.isKnown("CATALOG.PRICE.ON.ADD", Set.of("catalog")))
                .isTrue();
        assertThat(EventNames.isKnown("ONCRMDEALADD", Set.of("catalog"))).isFalse();
        assertThat(EventNames.isKnown("ONAPPINSTALL", Set.of())).isTrue();
    }

    @Test
    void every_event_of_crm_is_on_the_documented_list() throws IOException {
        String documented;
        try (InputStream in = EventNamesTest.class.getResourceAsStream("/samples/events.json")) {
            documented = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(Arrays.stream(CrmEvent.values())
                        .map(CrmEvent::wireName)
                        .filter(name -> name.startsWith("ONCRM") && !name.startsWith("ONCRMTYPEUSERFIELD")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(documented).contains("\"" + name + "\""));
    }
}
