package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.sync.Delay;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** bitrix24.md §4.3, §4.4. */
@QuarkusTest
class Reference43And44LimitsTest extends CallingAPortal {
    private static final Instant RESET = NOW.plusSeconds(240);
    private static final Instant WHOLE_WINDOW = NOW.plus(Duration.ofMinutes(10));

    private static String time(String operating, Instant reset) {
        return "{\"operating\":" + operating + ",\"operating_reset_at\":" + reset.getEpochSecond() + "}";
    }

    private static Said single(String time) {
        return Said.json(200, "{\"result\":true,\"time\":" + time + "}");
    }

    @Test
    void too_many_requests_stop_everybody_on_this_portal() {
        portal.says(Said.error(503, "QUERY_LIMIT_EXCEEDED"));

        assertThat(answer("crm.item.add"))
                .isEqualTo(new Answer.Refused(
                        Refusal.TOO_MANY_REQUESTS, later(Duration.ofSeconds(10), Delay.CRM_LIMIT_REACHED)));
        assertThat(budget.refusedUntil).isEqualTo(Map.of(portal.address().getAuthority(), NOW.plusSeconds(10)));
    }

    @Test
    void a_portal_that_the_vendor_has_blocked_is_left_alone_for_an_hour() {
        portal.says(Said.error(503, "OVERLOAD_LIMIT"));

        assertThat(answer("crm.item.get"))
                .isEqualTo(new Answer.Refused(Refusal.BLOCKED, later(Duration.ofHours(1), Delay.CRM_BLOCKED)));
        assertThat(budget.refusedUntil)
                .isEqualTo(Map.of(portal.address().getAuthority(), NOW.plus(Duration.ofHours(1))));
    }

    @Test
    void a_proxys_503_is_not_taken_for_the_limit() {
        portal.says(Said.html(503));

        answer("crm.item.get");

        assertThat(budget.refusedUntil).isEmpty();
    }

    @Test
    void a_method_out_of_time_is_closed_and_others_are_not() {
        portal.says(Said.error(429, "OPERATION_TIME_LIMIT"));

        assertThat(answer("crm.item.update"))
                .isEqualTo(new Answer.Refused(
                        Refusal.METHOD_OUT_OF_TIME, later(Duration.ofMinutes(10), Delay.CRM_LIMIT_REACHED)));
        assertThat(budget.closedUntil).isEqualTo(Map.of("crm.item.update", WHOLE_WINDOW));
        assertThat(budget.refusedUntil).isEmpty();

        portal.says(single("{}"));
        assertThat(answer("crm.item.update"))
                .isEqualTo(new Answer.NotAsked(later(Duration.ofMinutes(10), Delay.CRM_BUDGET_SPENT)));
        assertThat(answer("crm.item.get")).isInstanceOf(Answer.Result.class);
    }

    @Test
    void a_refusal_that_says_when_the_method_opens_is_believed() {
        portal.says(Said.json(429, "{\"error\":\"OPERATION_TIME_LIMIT\",\"time\":" + time("480.1", RESET) + "}"));

        assertThat(answer("crm.item.update"))
                .isEqualTo(new Answer.Refused(
                        Refusal.METHOD_OUT_OF_TIME, later(Duration.ofSeconds(240), Delay.CRM_LIMIT_REACHED)));
        assertThat(budget.closedUntil).isEqualTo(Map.of("crm.item.update", RESET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"384", "384.0001", "479.9", "500", "\"400\""})
    @DisplayName("bitrix24.md §4.4: at 80 % of 480 s a method rests until the portal gives time back")
    void a_method_that_is_nearly_out_of_time_is_closed(String operating) {
        portal.says(single(time(operating, RESET)));

        assertThat(answer("crm.item.update")).isInstanceOf(Answer.Result.class);
        assertThat(budget.closedUntil).isEqualTo(Map.of("crm.item.update", RESET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"operating\":383.9}", "{\"operating\":0}", "{}", "[]", "null", "{\"operating\":\"?\"}"})
    void a_method_with_time_left_stays_open_and_missing_keys_mean_nothing(String time) {
        portal.says(single(time));

        answer("crm.item.update");

        assertThat(budget.closedUntil).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "601", "100000000"})
    @DisplayName("bitrix24.md §4.4: time comes back ten minutes after the first call at the latest")
    void an_impossible_reset_is_taken_for_the_whole_window(long secondsFromNow) {
        portal.says(single(time("400", NOW.plusSeconds(secondsFromNow))));

        answer("crm.item.update");

        assertThat(budget.closedUntil).isEqualTo(Map.of("crm.item.update", WHOLE_WINDOW));
    }

    private static Batch batch(String... names) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        for (String name : names) {
            batch.command(name, "crm.item.update").with("id", "1");
        }
        batch.command("read", "crm.item.get").with("id", "1");
        return batch;
    }

    @Test
    @DisplayName("bitrix24.md §4.4: a batch is billed to itself or to its commands, nobody knows which")
    void both_the_batch_and_its_commands_are_watched() {
        portal.says(Said.json(200, """
                {"result":{"result":{"a":true,"read":{}},"result_error":[],"result_time":{"a":%s,"read":{"operating":1}}},
                 "time":%s}""".formatted(time("400", RESET), time("390", RESET.plusSeconds(5)))));

        client.call(tenant(), batch("a"));

        assertThat(budget.closedUntil).isEqualTo(Map.of("crm.item.update", RESET, "batch", RESET.plusSeconds(5)));
    }

    @Test
    void commands_named_by_numbers_are_watched_too() {
        portal.says(Said.json(
                200,
                "{\"result\":{\"result\":[true],\"result_error\":[],\"result_time\":[" + time("400", RESET) + "]}}"));

        client.call(tenant(), batch("0"));

        assertThat(budget.closedUntil).isEqualTo(Map.of("crm.item.update", RESET));
    }

    @Test
    void a_command_that_is_out_of_time_closes_its_method_and_not_the_batch() {
        portal.says(Said.json(
                200,
                "{\"result\":{\"result\":{\"read\":{}},\"result_error\":{\"a\":{\"error\":\"OPERATION_TIME_LIMIT\"}},"
                        + "\"result_time\":[]}}"));

        client.call(tenant(), batch("a"));

        assertThat(budget.closedUntil).isEqualTo(Map.of("crm.item.update", WHOLE_WINDOW));
    }

    @Test
    void a_batch_with_a_closed_method_in_it_is_not_sent() {
        budget.closedUntil.put("crm.item.update", RESET);

        assertThat(stopped(client.call(tenant(), batch("a"))))
                .isEqualTo(later(Duration.ofSeconds(240), Delay.CRM_BUDGET_SPENT));
        assertThat(portal.asked()).isEmpty();
    }
}
