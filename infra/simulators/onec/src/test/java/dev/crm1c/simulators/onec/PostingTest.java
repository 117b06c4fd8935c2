package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.onec.http.PostedByPatch;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("§1.6 Post and Unpost")
class PostingTest extends BaseTest {
    @ParameterizedTest
    @DisplayName("§1.6 ⚠ by POST and by GET: 200 and an empty body")
    @ValueSource(strings = {"POST", "GET"})
    void byBoth(String method) {
        UUID key = invoice();
        Reply posted = caller.send(method, one(INVOICES, key) + "/Post", "PostingModeOperational=false", "", Map.of());
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.bytes()).isEmpty();
        assertThat(posted(key)).isTrue();
        assertThat(caller.send(method, one(INVOICES, key) + "/Unpost()", "", "", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(posted(key)).isFalse();
    }

    @Test
    @DisplayName("§1.6 posting what is posted is no error; each posting is a write")
    void again() {
        UUID key = invoice();
        caller.post(one(INVOICES, key) + "/Post", "");
        assertThat(caller.post(one(INVOICES, key) + "/Post", "").status()).isEqualTo(200);
        assertThat(simulator.one(INVOICES, key).path("DataVersion").asText()).isEqualTo("AAAAAAAAAAI=");
    }

    @Test
    @DisplayName("§1.6 PATCH {\"Posted\":true} posts as well")
    void byPatch() {
        UUID key = invoice();
        assertThat(caller.patch(one(INVOICES, key), "{\"Posted\":true}")
                        .json()
                        .path("Posted")
                        .asBoolean())
                .isTrue();
        caller.patch(one(INVOICES, key), "{\"Posted\":false}");
        assertThat(posted(key)).isFalse();
    }

    @Test
    @DisplayName("§1.6 a mark on a posted document, and posting a marked one: 500 -1, nothing changed")
    void marks() {
        UUID key = invoice();
        caller.post(one(INVOICES, key) + "/Post", "");
        assertThat(caller.patch(one(INVOICES, key), "{\"DeletionMark\":true}").refusal())
                .isEqualTo("500/-1");
        assertThat(simulator.one(INVOICES, key).path("DeletionMark").asBoolean())
                .isFalse();
        caller.post(one(INVOICES, key) + "/Unpost", "");
        assertThat(caller.patch(one(INVOICES, key), "{\"DeletionMark\":true}").status())
                .isEqualTo(200);
        assertThat(caller.post(one(INVOICES, key) + "/Post", "").refusal()).isEqualTo("500/-1");
        assertThat(posted(key)).isFalse();
    }

    @Test
    @DisplayName(
            "§1.6 unposting and marking in one PATCH is a mark on a posted document all the same: 500 -1, still posted")
    void unpostedAndMarkedAtOnce() {
        UUID key = invoice();
        caller.post(one(INVOICES, key) + "/Post", "");
        assertThat(caller.patch(one(INVOICES, key), "{\"Posted\":false,\"DeletionMark\":true}")
                        .refusal())
                .isEqualTo("500/-1");
        assertThat(posted(key)).isTrue();
        caller.patch(one(INVOICES, key), "{\"Posted\":false}");
        caller.patch(one(INVOICES, key), "{\"DeletionMark\":true}");
        assertThat(caller.patch(one(INVOICES, key), "{\"DeletionMark\":false}")
                        .json()
                        .path("DeletionMark")
                        .asBoolean())
                .isFalse();
        assertThat(caller.patch(one(INVOICES, key), "{\"Posted\":true}").status())
                .isEqualTo(200);
        assertThat(posted(key)).isTrue();
    }

    @Test
    @DisplayName("§1.6 a base may pass Posted of a PATCH by in silence: 200 with the full object, the rest is written")
    void patchThatDoesNotPost() {
        restart(settings().withPostedByPatch(PostedByPatch.IGNORED));
        UUID key = invoice();
        Reply reply = caller.patch(one(INVOICES, key), "{\"Posted\":true,\"Комментарий\":\"да\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("Posted").asBoolean()).isFalse();
        assertThat(reply.json().path("Комментарий").asText()).isEqualTo("да");
        assertThat(caller.post(one(INVOICES, key) + "/Post", "").status()).isEqualTo(200);
        assertThat(posted(key)).isTrue();
        assertThat(caller.patch(one(INVOICES, key), "{\"Posted\":false}").status())
                .isEqualTo(200);
        assertThat(posted(key)).isTrue();
    }

    @Test
    @DisplayName("§1.7 or refuse it by code 16, and then nothing of the body is written; Post goes on working")
    void patchThatIsRefused() {
        restart(settings().withPostedByPatch(PostedByPatch.REFUSED));
        UUID key = invoice();
        assertThat(caller.patch(one(INVOICES, key), "{\"Posted\":true,\"Комментарий\":\"да\"}")
                        .refusal())
                .isEqualTo("400/16");
        assertThat(simulator.one(INVOICES, key).path("Комментарий").asText()).isEmpty();
        assertThat(caller.post(one(INVOICES, key) + "/Post", "").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.6 what is no document is not posted: 400 code 6")
    void catalog() {
        assertThat(caller.post(one(ITEMS, demo.items().get("KR-001")) + "/Post", "")
                        .refusal())
                .isEqualTo("400/6");
    }

    private boolean posted(UUID key) {
        return simulator.one(INVOICES, key).path("Posted").asBoolean();
    }
}
