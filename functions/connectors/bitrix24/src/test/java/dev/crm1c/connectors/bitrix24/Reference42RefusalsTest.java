package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.sync.Delay;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** bitrix24.md §4.1, §4.2. */
@QuarkusTest
class Reference42RefusalsTest extends CallingAPortal {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private static final Map<String, Refusal> MEANINGS = Map.ofEntries(
            Map.entry("QUERY_LIMIT_EXCEEDED", Refusal.TOO_MANY_REQUESTS),
            Map.entry("OPERATION_TIME_LIMIT", Refusal.METHOD_OUT_OF_TIME),
            Map.entry("OVERLOAD_LIMIT", Refusal.BLOCKED),
            Map.entry("expired_token", Refusal.TOKEN_EXPIRED),
            Map.entry("NO_AUTH_FOUND", Refusal.NO_SUCH_WEBHOOK),
            Map.entry("insufficient_scope", Refusal.INSUFFICIENT_SCOPE),
            Map.entry("INVALID_CREDENTIALS", Refusal.NO_SUCH_WEBHOOK),
            Map.entry("ACCESS_DENIED", Refusal.NOT_IN_PLAN),
            Map.entry("user_access_error", Refusal.NO_ACCESS_TO_APPLICATION),
            Map.entry("ERROR_BATCH_METHOD_NOT_ALLOWED", Refusal.REQUEST_REFUSED),
            Map.entry("ERROR_BATCH_LENGTH_EXCEEDED", Refusal.REQUEST_REFUSED),
            Map.entry("INVALID_REQUEST", Refusal.HTTPS_REQUIRED),
            Map.entry("INTERNAL_SERVER_ERROR", Refusal.UNCLEAR),
            Map.entry("ERROR_UNEXPECTED_ANSWER", Refusal.UNCLEAR),
            Map.entry("PORTAL_DELETED", Refusal.PORTAL_GONE),
            Map.entry("ERROR_METHOD_NOT_FOUND", Refusal.METHOD_UNKNOWN));

    static Stream<Arguments> systemErrors() {
        return Samples.systemErrors()
                .valueStream()
                .map(error -> Arguments.of(
                        error.at("/body/error").asText(), error.path("http").asInt(), error.path("body")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systemErrors")
    @DisplayName("bitrix24.md §4.2: every system error, in either case, with its own status and with 200")
    void every_system_error_is_read_by_its_code(String code, int status, JsonNode body) {
        for (int answered : new int[] {status, 200}) {
            for (String text : new String[] {
                body.toString(),
                body.toString().replace(code, code.toLowerCase(Locale.ROOT)),
                body.toString().replace(code, " " + code + " ")
            }) {
                budget.closedUntil.clear();
                portal.says(Said.json(answered, text));
                assertThat(answer("crm.item.get"))
                        .isInstanceOfSatisfying(
                                Answer.Refused.class,
                                refused -> assertThat(refused.refusal()).isEqualTo(MEANINGS.get(code)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, '\"\"', Not found, NOT_FOUND",
        "400, '\"\"', The Requisite with ID '27' is not found, NOT_FOUND",
        "400, '\"\"', Access denied, REQUEST_REFUSED",
        "400, '\"NOT_FOUND\"', Элемент не найден, NOT_FOUND",
        "400, '\"ACCESS_DENIED\"', Доступ запрещен, NO_RIGHT",
        "403, '\"ACCESS_DENIED\"', Access denied! Application context required, WRONG_AUTH_TYPE",
        "403, '\"WRONG_AUTH_TYPE\"', Current authorization type is denied for this method, WRONG_AUTH_TYPE",
        "403, '\"allowed_only_intranet_user\"', Access denied, NO_RIGHT",
        "400, 200040300010, Access Denied, NO_RIGHT",
        "400, '\"200040300010\"', Access Denied, NO_RIGHT",
        "400, 0, Access denied., REQUEST_REFUSED",
        "400, '\"0\"', Документ не найден, REQUEST_REFUSED",
        "400, 100, Invalid value {}, REQUEST_REFUSED",
        "400, null, whatever, REQUEST_REFUSED",
        "400, '\"CRM_DYNAMIC_ITEM_RESTRICTED\"', whatever, NOT_IN_PLAN",
        "400, '\"ERROR_CORE\"', Field <br> is required, REQUEST_REFUSED",
        "403, '\"NEVER_SEEN\"', whatever, NO_RIGHT",
        "500, '\"NEVER_SEEN\"', whatever, UNCLEAR",
        "404, '\"ERROR_MANIFEST_IS_NOT_AVAILABLE\"', whatever, METHOD_UNKNOWN",
        "400, '\"INVALID_REQUEST\"', Something else, REQUEST_REFUSED"
    })
    @DisplayName("bitrix24.md §4.1: codes are texts, numbers or nothing")
    void an_error_is_read_whatever_its_code_is(int status, String code, String description, Refusal expected) {
        portal.says(Said.json(status, "{\"error\":" + code + ",\"error_description\":\"" + description + "\"}"));

        assertThat(answer("crm.item.get"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKED, 3600, CRM_BLOCKED",
        "PORTAL_GONE, 3600, CRM_ADDRESS_WRONG",
        "NOT_IN_PLAN, 3600, CRM_ACCESS_REFUSED",
        "INSUFFICIENT_SCOPE, 3600, CRM_ACCESS_REFUSED",
        "NO_SUCH_WEBHOOK, 3600, CRM_ACCESS_REFUSED",
        "NO_RIGHT, 3600, CRM_ACCESS_REFUSED",
        "METHOD_UNKNOWN, 3600, CRM_ACCESS_REFUSED",
        "NOT_INSTALLED, 3600, CRM_APPLICATION_NOT_INSTALLED",
        "TOO_MANY_REQUESTS, 10, CRM_LIMIT_REACHED",
        "REQUEST_REFUSED, 60, CRM_ANSWER_UNCLEAR",
        "SILENT, 60, CRM_UNREACHABLE"
    })
    void each_refusal_says_when_to_come_back(Refusal refusal, long seconds, Delay why) {
        assertThat(errors.meaning(refusal)).isEqualTo(later(Duration.ofSeconds(seconds), why));
    }

    static Stream<Arguments> unclearEnds() {
        return Stream.of(
                Arguments.of("500", Said.error(500, "INTERNAL_SERVER_ERROR"), Refusal.UNCLEAR),
                Arguments.of("unexpected answer", Said.error(500, "ERROR_UNEXPECTED_ANSWER"), Refusal.UNCLEAR),
                Arguments.of("502 of nginx", Said.html(502), Refusal.UNCLEAR),
                Arguments.of("503 of nginx", Said.html(503), Refusal.UNCLEAR),
                Arguments.of("504 of nginx", Said.html(504), Refusal.UNCLEAR),
                Arguments.of("login page with 200", Said.html(200), Refusal.UNCLEAR),
                Arguments.of("half of a JSON", Said.json(200, "{\"result\":{\"item\":"), Refusal.UNCLEAR),
                Arguments.of("nothing with 200", Said.json(200, ""), Refusal.UNCLEAR),
                Arguments.of("neither result nor error", Said.json(200, "{\"time\":{}}"), Refusal.UNCLEAR),
                Arguments.of("a list instead of an envelope", Said.json(200, "[1]"), Refusal.UNCLEAR),
                Arguments.of("result with 500", Said.json(500, "{\"result\":true}"), Refusal.UNCLEAR),
                Arguments.of("a hung up line", Said.hangUp(), Refusal.SILENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unclearEnds")
    @DisplayName("bitrix24.md §0.8, §4.2: after such an end a read is repeated soon, a write may have been done")
    void an_unclear_end_is_worse_for_a_write(String name, Said said, Refusal refusal) {
        Delay why = refusal == Refusal.SILENT ? Delay.CRM_UNREACHABLE : Delay.CRM_ANSWER_UNCLEAR;
        portal.says(said);

        assertThat(answer("crm.item.list")).isEqualTo(new Answer.Refused(refusal, later(A_MINUTE, why)));
        assertThat(answer("crm.item.add")).isEqualTo(new Answer.MayBeDone(refusal, later(TWO_MINUTES, why)));
        assertThat(portal.asked()).hasSize(2);
    }

    @Test
    void a_write_that_was_refused_or_never_went_out_was_not_done() {
        for (Said said : new Said[] {Said.error(400, "ERROR_CORE"), Said.error(503, "QUERY_LIMIT_EXCEEDED")}) {
            portal.says(said);
            assertThat(answer("crm.item.add")).isInstanceOf(Answer.Refused.class);
        }
        var nobody = tenant("demo", URI.create("http://127.0.0.1:1"));
        assertThat(client.answer(nobody, "crm.item.add", none()))
                .isEqualTo(new Answer.Refused(Refusal.UNREACHABLE, later(A_MINUTE, Delay.CRM_UNREACHABLE)));
    }

    @ParameterizedTest
    @CsvSource({"404, ADDRESS_WRONG", "410, ADDRESS_WRONG", "401, NO_SUCH_WEBHOOK", "403, NO_SUCH_WEBHOOK"})
    void a_page_with_a_telling_status_is_believed(int status, Refusal expected) {
        portal.says(Said.html(status));

        assertThat(answer("crm.item.add"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.meaning().until())
                                .isEqualTo(clock.instant().plus(AN_HOUR)))
                .extracting(answer -> ((Answer.Refused) answer).refusal())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.item.get",
                "crm.item.list",
                "CRM.ITEM.LIST",
                "crm.item.fields",
                "profile",
                "scope",
                "app.info",
                "disk.storage.getList",
                "crm.duplicate.findbycomm",
                "catalog.document.mode.status",
                "crm.enum.ownertype"
            })
    void what_only_reads_is_known_by_its_name(String method) {
        assertThat(Effect.of(method)).isEqualTo(Effect.READS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.item.add",
                "crm.item.update",
                "crm.deal.productrows.set",
                "batch",
                "event.offline.get",
                "catalog.document.conduct",
                "never.seen",
                "get",
                "im.notify.system.add"
            })
    void what_is_not_known_to_read_writes(String method) {
        assertThat(Effect.of(method)).isEqualTo(Effect.WRITES);
    }
}
