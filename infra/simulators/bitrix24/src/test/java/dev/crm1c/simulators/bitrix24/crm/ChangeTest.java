package dev.crm1c.simulators.bitrix24.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.wire.PhpForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("bitrix24.md §2.3: what an event's data carries, against the documented forms")
class ChangeTest {

    static Stream<Change> documented() {
        return Stream.of(
                Change.ofDynamicItem(CrmEvent.ONCRMDYNAMICITEMADD, 22, 1220, 1),
                Change.ofProduct(CrmEvent.CATALOG_PRODUCT_ON_ADD, 1, 1, 1),
                Change.ofAddress(CrmEvent.ONCRMADDRESSREGISTER, 1, 8, 1, 17192, 3, 1),
                Change.of(CrmEvent.ONCRMTIMELINECOMMENTADD, 999, 1),
                Change.ofUserField(CrmEvent.ONCRMDEALUSERFIELDADD, 6947, "CRM_DEAL", "UF_CRM_1736930561", 1),
                Change.ofDocument(CrmEvent.ONCRMDOCUMENTGENERATORDOCUMENTADD, 1869, 1, 1000993, 1));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void data_stands_on_the_wire_as_in_the_documented_form(Change change) throws IOException {
        String form = form(change.event().wireName());
        assertThat(form).startsWith("event=" + change.event().wireName() + "&");
        assertThat(PhpForm.write(change.form())).isEqualTo(data(form));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void nobody_is_the_actor_when_the_portal_itself_did_it(Change change) {
        assertThat(change.actor()).isEqualTo(new Actor.User(1));
        assertThat(Change.of(change.event(), 1, Actor.NOBODY_ID).actor()).isEqualTo(new Actor.Nobody());
        assertThat(change.with("X", "y").fields().lastEntry()).isEqualTo(Map.entry("X", "y"));
    }

    private static String data(String form) {
        return String.join(
                "&",
                Arrays.stream(form.strip().split("&"))
                        .filter(pair -> pair.startsWith("data"))
                        .toList());
    }

    private static String form(String event) throws IOException {
        try (InputStream in = ChangeTest.class.getResourceAsStream("/samples/forms/" + event + ".form")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
