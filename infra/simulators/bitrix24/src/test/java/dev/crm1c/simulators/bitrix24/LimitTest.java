package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.limit.BatchBilling;
import dev.crm1c.simulators.bitrix24.limit.LeakyBucket;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §4.3, §4.4, §7.3: the limits of intensity and of execution time")
class LimitTest extends WithPortal {

    @Override
    PortalSettings settings() {
        return PortalSettings.defaults().withClock(clock);
    }

    @Test
    @DisplayName("§4.3 fifty calls at once pass, the 51st is 503 QUERY_LIMIT_EXCEEDED, two more a second later")
    void bucket() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(rest.get("profile").status()).isEqualTo(200);
        }
        Probe.Seen refused = rest.get("profile");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text())
                .isEqualTo("{\"error\":\"QUERY_LIMIT_EXCEEDED\",\"error_description\":\"Too many requests\"}");
        for (int i = 0; i < 9; i++) {
            rest.get("profile");
        }
        assertThat(portal.refusedCount()).isEqualTo(10);
        assertThat(portal.requestCount()).isEqualTo(60);
        clock.advance(Duration.ofSeconds(1));
        assertThat(rest.get("profile").status())
                .as("refused calls do not fill the bucket")
                .isEqualTo(200);
        assertThat(rest.get("profile").status()).isEqualTo(200);
        assertThat(rest.get("profile").status()).isEqualTo(503);
        portal.resetCounters();
        assertThat(portal.requestCount() + portal.refusedCount()).isZero();
    }

    @Test
    @DisplayName("§7.3 whether refused calls fill the bucket is unknown: a switch makes them")
    void refusedCounted() throws Exception {
        portal.bucket().resize(1, 1);
        portal.bucket().refusedCallsAre(LeakyBucket.Refused.COUNTED);
        rest.get("profile");
        rest.get("profile");
        rest.get("profile");
        clock.advance(Duration.ofSeconds(2));
        assertThat(rest.get("profile").status()).isEqualTo(503);
    }

    @Test
    @DisplayName("§4.3 the refusal comes before the work; X and Y can be set")
    void refusedBeforeEffect() throws Exception {
        portal.bucket().resize(1, 0.5);
        rest.get("profile");
        assertThat(rest.call("crm.item.add", "{'entityTypeId':4,'fields':{'title':'x'}}")
                        .status())
                .isEqualTo(503);
        assertThat(portal.company(1).isMissingNode()).isTrue();
        clock.advance(Duration.ofMillis(1_900));
        assertThat(rest.get("profile").status()).isEqualTo(503);
        clock.advance(Duration.ofMillis(100));
        assertThat(rest.get("profile").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§4.3 another source address has a bucket of its own; a batch takes one token")
    void addressesAndBatch() throws Exception {
        portal.bucket().resize(1, 2);
        assertThat(rest.call("batch", "{'cmd':{'a':'profile','b':'scope','c':'profile'}}")
                        .status())
                .isEqualTo(200);
        assertThat(rest.get("profile").status()).isEqualTo(503);
        try (Probe other = Probe.from(portal, "127.0.0.2")) {
            assertThat(other.get("profile").status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("§4.4 the call that crosses 480 s ends well, the next is 429, other methods go on")
    void operating() throws Exception {
        portal.operating().cost("crm.status.list", Duration.ofSeconds(200));
        JsonNode first = rest.get("crm.status.list").body();
        assertThat(first.path("time").path("operating").asInt()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        rest.get("crm.status.list");
        Probe.Seen crossing = rest.get("crm.status.list");
        assertThat(crossing.status()).isEqualTo(200);
        assertThat(crossing.body().path("time").path("operating").asInt()).isEqualTo(600);
        assertThat(crossing.body().path("time").path("operating_reset_at").asLong())
                .isEqualTo(NOON.getEpochSecond() + 600);
        Probe.Seen refused = rest.get("CRM.status.list");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error()).isEqualTo("OPERATION_TIME_LIMIT");
        assertThat(rest.get("profile").status()).isEqualTo(200);
        assertThat(rest.call("batch", "{'cmd':{'a':'crm.status.list'}}")
                        .result()
                        .path("result_error")
                        .path("a")
                        .path("error")
                        .asText())
                .isEqualTo("OPERATION_TIME_LIMIT");
        clock.set(NOON.plusSeconds(599));
        assertThat(rest.get("crm.status.list").status()).isEqualTo(429);
        clock.set(NOON.plusSeconds(600));
        JsonNode back = rest.get("crm.status.list").body();
        assertThat(back.path("time").path("operating").asInt())
                .as("one bucket is back")
                .isEqualTo(600);
        clock.set(NOON.plusSeconds(720));
        assertThat(rest.get("crm.status.list").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§4.4 a switch charges commands to the batch, as others have measured")
    void batchBilling() throws Exception {
        portal.operating().billBatches(BatchBilling.TO_BATCH);
        portal.operating().cost("profile", Duration.ofSeconds(300));
        JsonNode body =
                rest.call("batch", "{'cmd':{'a':'profile','b':'profile'}}").body();
        assertThat(body.path("time").path("operating").asInt()).isEqualTo(600);
        assertThat(body.path("result").path("result_time").path("a").has("operating"))
                .isFalse();
        assertThat(rest.call("batch", "{'cmd':{'a':'scope'}}").status()).isEqualTo(429);
        assertThat(rest.get("profile").status()).isEqualTo(200);
    }
}
