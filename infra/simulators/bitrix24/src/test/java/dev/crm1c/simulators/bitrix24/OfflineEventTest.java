package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.limit.Plan.Feature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §2.6, §7.8: offline events")
class OfflineEventTest extends WithApplication {

    @Test
    @DisplayName("§2.6 many changes of one object are one record with the time of the last")
    void latestState() throws Exception {
        bindOffline("ONCRMCOMPANYUPDATE", "");
        long company = person.company("Ромашка");
        for (int i = 0; i < 20; i++) {
            person.renameCompany(company, "Ромашка " + i);
        }
        clock.advance(Duration.ofMinutes(5));
        person.renameCompany(company, "Лютик");
        JsonNode events = list("{}");
        assertThat(events).hasSize(1);
        assertThat(events.path(0).path("TIMESTAMP_X").asText()).isEqualTo("2026-11-21T14:05:00+02:00");
        assertThat(events.path(0).path("EVENT_DATA").path("FIELDS").path("ID").asText())
                .isEqualTo(Long.toString(company));
    }

    @Test
    @DisplayName("§2.6 the records have the documented keys, and EVENT_DATA may be false")
    void shape() throws Exception {
        bindOffline("ONCRMCOMPANYADD", "");
        portal.applicationHost().offline().hideData();
        person.company("Ромашка");
        JsonNode answer = app("event.offline.get", "{}").result();
        JsonNode sample = Probe.answerSample("event.offline.get").path("result");
        assertThat(Probe.keys(answer)).isEqualTo(Probe.keys(sample));
        JsonNode record = answer.path("events").path(0);
        assertThat(Probe.keys(record))
                .isEqualTo(Probe.keys(sample.path("events").path(0)));
        assertThat(record.path("EVENT_DATA").isBoolean()).isTrue();
        assertThat(record.path("EVENT_ADDITIONAL").isBoolean()).isTrue();
        assertThat(answer.path("process_id").isNull())
                .as("clear is 1 when nothing is said")
                .isTrue();
        assertThat(list("{}")).isEmpty();
    }

    @Test
    @DisplayName("§2.6 clear=0 reserves: nobody else sees the records, until they are cleared they stay")
    void reserve() throws Exception {
        companies(3);
        JsonNode mine = get("{'clear':0,'limit':2}");
        JsonNode others = get("{'clear':0}");
        assertThat(mine.path("events")).hasSize(2);
        assertThat(others.path("events")).hasSize(1);
        assertThat(mine.path("process_id").asText())
                .isNotEmpty()
                .isNotEqualTo(others.path("process_id").asText());
        assertThat(get("{'clear':0}").path("events")).isEmpty();
        String process = mine.path("process_id").asText();
        assertThat(get("{'clear':0,'process_id':'" + process + "'}").path("events"))
                .hasSize(2);
        assertThat(list("{'filter':{'PROCESS_ID':'" + process + "'}}")).hasSize(2);
        String first = mine.path("events").path(0).path("ID").asText();
        app("event.offline.clear", "{'process_id':'" + process + "','id':['" + first + "']}");
        assertThat(list("{'filter':{'PROCESS_ID':'" + process + "'}}")).hasSize(1);
        assertThat(app("event.offline.clear", "{'process_id':'" + process + "'}")
                        .result()
                        .asBoolean())
                .isTrue();
        assertThat(list("{}")).hasSize(1);
    }

    @Test
    @DisplayName("§2.6 parallel workers get disjoint sets that are everything together")
    void parallelWorkers() throws Exception {
        companies(40);
        List<String> seen = new ArrayList<>();
        try (var workers = Executors.newFixedThreadPool(4)) {
            List<Callable<List<String>>> tasks = IntStream.range(0, 4)
                    .<Callable<List<String>>>mapToObj(worker -> () -> ids(get("{'clear':0,'limit':10}")))
                    .toList();
            for (var result : workers.invokeAll(tasks)) {
                seen.addAll(result.get());
            }
        }
        Set<String> different = new HashSet<>(seen);
        assertThat(seen).hasSize(40);
        assertThat(different).hasSize(40);
    }

    @Test
    @DisplayName("§2.6 a change of an object whose record is reserved is a record of its own and survives the clearing")
    void changeWhileReserved() throws Exception {
        bindOffline("ONCRMCOMPANYUPDATE", "");
        long company = person.company("Ромашка");
        person.renameCompany(company, "Лютик");
        JsonNode reserved = get("{'clear':0}");
        person.renameCompany(company, "Василёк");
        JsonNode event = reserved.path("events").path(0);
        app(
                "event.offline.clear",
                "{'process_id':'" + reserved.path("process_id").asText() + "','message_id':['"
                        + event.path("MESSAGE_ID").asText() + "']}");
        JsonNode left = list("{}");
        assertThat(left).hasSize(1);
        assertThat(left.path(0).path("MESSAGE_ID")).isEqualTo(event.path("MESSAGE_ID"));
        assertThat(left.path(0).path("ID")).isNotEqualTo(event.path("ID"));
    }

    @Test
    @DisplayName("§2.6 what was marked as failed comes with error=1 only")
    void failed() throws Exception {
        companies(2);
        JsonNode reserved = get("{'clear':0}");
        String process = reserved.path("process_id").asText();
        String message = reserved.path("events").path(1).path("MESSAGE_ID").asText();
        app("event.offline.error", "{'process_id':'" + process + "','message_id':['" + message + "']}");
        assertThat(get("{'clear':0}").path("events")).isEmpty();
        assertThat(list("{'filter':{'ERROR':'1'}}")).hasSize(1);
        JsonNode again = get("{'clear':0,'error':1}");
        assertThat(again.path("events")).hasSize(1);
        assertThat(again.path("process_id").asText()).isNotEqualTo(process);
        assertThat(get("{'clear':0,'error':1}").path("events")).isEmpty();
    }

    @Test
    @DisplayName("§2.6 a connector has a queue of its own, empty for who forgets its name, and does not hear itself")
    void connector() throws Exception {
        bindOffline("ONCRMCOMPANYADD", ",'auth_connector':'1c'");
        bindOffline("ONCRMCOMPANYADD", ",'auth_connector':'other'");
        app("crm.item.add", "{'auth_connector':'1c','entityTypeId':4,'fields':{'title':'наша'}}");
        assertThat(list("{'auth_connector':'1c'}")).isEmpty();
        assertThat(list("{'auth_connector':'other'}")).hasSize(1);
        rest.call("crm.item.add", "{'auth_connector':'1c','entityTypeId':4,'fields':{'title':'вебхук'}}");
        app("crm.item.add", "{'entityTypeId':4,'fields':{'title':'без имени'}}");
        app("batch", "{'auth_connector':'1c','cmd':{'a':'crm.item.add?entityTypeId=4&fields[title]=x'}}");
        assertThat(list("{'auth_connector':'1c'}")).hasSize(2);
        assertThat(list("{}")).isEmpty();
        assertThat(get("{'clear':0}").path("events")).isEmpty();
        assertThat(get("{'clear':0,'auth_connector':'1c'}").path("events")).hasSize(2);
    }

    @Test
    @DisplayName("§2.6 a plan without these features says nothing: clear=0 deletes, the connector's name is forgotten")
    void poorPlan() throws Exception {
        portal.plan().without(Feature.REST_OFFLINE_EXTENDED);
        portal.plan().without(Feature.REST_AUTH_CONNECTOR);
        bindOffline("ONCRMCOMPANYADD", ",'auth_connector':'1c'");
        app("crm.item.add", "{'auth_connector':'1c','entityTypeId':4,'fields':{'title':'наша'}}");
        assertThat(list("{'auth_connector':'1c'}")).isEmpty();
        JsonNode echo = get("{'clear':0}");
        assertThat(echo.path("events")).hasSize(1);
        assertThat(echo.path("process_id").isNull()).isTrue();
        assertThat(list("{}")).isEmpty();
    }

    @Test
    @DisplayName("§2.6 after thirty days a record is gone, reserved or not")
    void expiry() throws Exception {
        companies(2);
        get("{'clear':0,'limit':1}");
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(portalList()).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(portalList()).isEmpty();
    }

    @Test
    @DisplayName("§2.6 every offline method is for administrators")
    void adminOnly() throws Exception {
        portal.users().demote(5);
        for (String method : List.of("get", "list", "clear", "error")) {
            assertThat(code(appAs(tokenOf(5), "event.offline." + method, "{'process_id':'x'}")))
                    .isEqualTo("403 ACCESS_DENIED");
        }
    }

    @Test
    @DisplayName("§2.6 ONOFFLINEEVENT rings with the documented keys and then keeps silent for minTimeout")
    void doorbell() throws Exception {
        bindOffline("ONCRMCOMPANYADD", "");
        bind("ONOFFLINEEVENT", ",'options':{'minTimeout':5}");
        person.company("a");
        person.company("b");
        clock.advance(Duration.ofMillis(4999));
        person.company("c");
        quiet();
        assertThat(handler.about("ONOFFLINEEVENT")).hasSize(1);
        assertThat(handler.calls().getFirst().keys()).isEqualTo(documentedKeys("ONOFFLINEEVENT"));
        clock.advance(Duration.ofMillis(1));
        person.company("d");
        quiet();
        assertThat(handler.about("ONOFFLINEEVENT")).hasSize(2);
    }

    @Test
    @DisplayName("§2.6 with minTimeout 0 it rings once for each request, a batch of changes being one")
    void doorbellPerHit() throws Exception {
        bindOffline("ONCRMCOMPANYADD", "");
        bind("ONOFFLINEEVENT", ",'options':{'minTimeout':0}");
        String add = "crm.item.add?entityTypeId=4&fields[title]=x";
        rest.call("batch", "{'cmd':{'a':'" + add + "','b':'" + add + "','c':'" + add + "'}}");
        rest.get(add);
        quiet();
        assertThat(handler.about("ONOFFLINEEVENT")).hasSize(2);
    }

    private void companies(int number) throws Exception {
        bindOffline("ONCRMCOMPANYADD", "");
        for (int i = 0; i < number; i++) {
            person.company("Компания " + i);
        }
    }

    private JsonNode get(String json) throws Exception {
        return app("event.offline.get", json).result();
    }

    private JsonNode list(String json) throws Exception {
        return app("event.offline.list", json).result();
    }

    /** With a token that is young enough. */
    private JsonNode portalList() throws Exception {
        return appAs(tokenOf(1), "event.offline.list", "{}").result();
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("events").forEach(event -> ids.add(event.path("ID").asText()));
        return ids;
    }
}
