package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §4.5: batch")
class BatchTest extends WithPortal {

    @Test
    @DisplayName("§4.5 a later command uses an earlier result by $result[a][item][companyId]")
    void references() throws Exception {
        long company = person.company("Ромашка");
        long requisite = person.requisite(company, Map.of("RQ_INN", "7700000016"));
        long deal = person.deal("Сделка", company);
        JsonNode result = batch("'a':'crm.item.get?entityTypeId=2&id=" + deal + "',"
                        + "'b':'crm.item.get?entityTypeId=4&id=$result[a][item][companyId]',"
                        + "'c':'crm.requisite.list?filter[ENTITY_ID]=%24result%5Bb%5D%5Bitem%5D%5Bid%5D',"
                        + "'d':'crm.requisite.get?id=$result[c][0][ID]',"
                        + "'e':'crm.item.update?entityTypeId=2&id=" + deal
                        + "&fields[title]=%D0%94%D0%BB%D1%8F+$result[b][item][title]!'")
                .path("result");
        assertThat(result.path("result").path("b").path("item").path("title").asText())
                .isEqualTo("Ромашка");
        assertThat(result.path("result").path("d").path("ID").asText()).isEqualTo(Long.toString(requisite));
        assertThat(portal.deal(deal).path("title").asText()).isEqualTo("Для Ромашка!");
        assertThat(result.path("result_total").path("c").asInt()).isEqualTo(1);
        assertThat(result.path("result_time").path("a").has("date_start")).isTrue();
    }

    @Test
    @DisplayName("§4.5 what cannot be resolved goes on as literal text")
    void literal() throws Exception {
        long deal = person.deal("Сделка", 0);
        batch("'a':'crm.item.get?entityTypeId=2&id=404',"
                + "'b':'crm.item.update?entityTypeId=2&id=" + deal + "&fields[title]=$result[a][item][title]',"
                + "'c':'crm.item.update?entityTypeId=2&id=" + deal + "&fields[comments]=$result[zzz]'");
        assertThat(portal.deal(deal).path("title").asText()).isEqualTo("$result[a][item][title]");
        assertThat(portal.deal(deal).path("comments").asText()).isEqualTo("$result[zzz]");
    }

    @Test
    @DisplayName("§4.5 the answer is HTTP 200 when all have failed; an empty map is []")
    void emptyMaps() throws Exception {
        Probe.Seen seen = rest.call("batch", "{'cmd':{'a':'crm.item.get?entityTypeId=2&id=404'}}");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text())
                .startsWith("{\"result\":{\"result\":[],\"result_error\":{\"a\":{\"error\":\"NOT_FOUND\","
                        + "\"error_description\":\"Элемент не найден\"}},"
                        + "\"result_total\":[],\"result_next\":[],\"result_time\":[]},\"time\":{");
        assertThat(rest.call("batch", "{}").text()).startsWith("{\"result\":{\"result\":[],\"result_error\":[],");
    }

    @Test
    @DisplayName("§4.5 keys 0, 1, 2 make lists, of errors too when they begin with 0")
    void numericKeys() throws Exception {
        JsonNode result = rest.call("batch", "{'cmd':['profile','scope']}").result();
        assertThat(result.path("result").isArray()).isTrue();
        JsonNode broken = rest.call("batch", "{'cmd':['profile','nosuch']}").result();
        assertThat(broken.path("result").isArray()).isTrue();
        assertThat(broken.path("result_error").isObject()).isTrue();
        assertThat(broken.path("result_error").path("1").path("error").asText()).isEqualTo("ERROR_METHOD_NOT_FOUND");
    }

    @Test
    @DisplayName("§4.5 halt=1 stops at the first error and leaves the rest out; without it the rest goes on")
    void halt() throws Exception {
        String cmd = "'cmd':{'a':'profile','b':'crm.deal.get?id=404','c':'scope'}";
        JsonNode halted = rest.call("batch", "{'halt':1," + cmd + "}").result();
        assertThat(Probe.keys(halted.path("result"))).containsExactly("a");
        assertThat(Probe.keys(halted.path("result_error"))).containsExactly("b");
        JsonNode whole = rest.call("batch", "{'halt':0," + cmd + "}").result();
        assertThat(Probe.keys(whole.path("result"))).containsExactly("a", "c");
    }

    @Test
    @DisplayName("§4.5 the 51st command fails with ERROR_BATCH_LENGTH_EXCEEDED, the first fifty are done")
    void tooLong() throws Exception {
        String cmd = IntStream.rangeClosed(1, 52)
                .mapToObj(i -> "'c" + i + "':'crm.item.add?entityTypeId=4&fields[title]=" + i + "'")
                .collect(Collectors.joining(","));
        JsonNode result = rest.call("batch", "{'cmd':{" + cmd + "}}").result();
        assertThat(result.path("result").size()).isEqualTo(50);
        assertThat(Probe.keys(result.path("result_error"))).containsExactly("c51", "c52");
        assertThat(result.path("result_error").path("c51").path("error").asText())
                .isEqualTo("ERROR_BATCH_LENGTH_EXCEEDED");
        assertThat(portal.company(50).isMissingNode()).isFalse();
        assertThat(portal.company(51).isMissingNode()).isTrue();
    }

    @Test
    @DisplayName("§4.5 a batch in a batch is refused; a form's commands are encoded twice")
    void nestedAndForm() throws Exception {
        assertThat(batch("'a':'batch?cmd[x]=profile'")
                        .path("result")
                        .path("result_error")
                        .path("a")
                        .path("error")
                        .asText())
                .isEqualTo("ERROR_BATCH_METHOD_NOT_ALLOWED");
        String title = URLEncoder.encode("Рога & копыта", StandardCharsets.UTF_8);
        String command =
                URLEncoder.encode("crm.item.add?entityTypeId=4&fields[title]=" + title, StandardCharsets.UTF_8);
        JsonNode result = rest.form("batch", "halt=0&cmd[a]=" + command).result();
        assertThat(result.path("result").path("a").path("item").path("title").asText())
                .isEqualTo("Рога & копыта");
    }

    @Test
    @DisplayName("§4.5 what takes or gives whole files is refused")
    void files() throws Exception {
        JsonNode errors = batch("'a':'disk.folder.uploadFile?id=1','b':'crm.documentgenerator.document.upload?x=1'")
                .path("result")
                .path("result_error");
        assertThat(errors.path("a").path("error").asText()).isEqualTo("ERROR_BATCH_METHOD_NOT_ALLOWED");
        assertThat(errors.path("b").path("error").asText()).isEqualTo("ERROR_BATCH_METHOD_NOT_ALLOWED");
    }

    @Test
    @DisplayName("§4.6 result_next tells where the page after a list begins")
    void next() throws Exception {
        for (int i = 0; i < 51; i++) {
            person.company("Компания " + i);
        }
        JsonNode result = batch("'a':'crm.item.list?entityTypeId=4'").path("result");
        assertThat(result.path("result_next").path("a").asInt()).isEqualTo(50);
        assertThat(portal.requests().getFirst().commands()).containsExactly("crm.item.list");
    }

    private JsonNode batch(String commands) throws Exception {
        Probe.Seen seen = rest.call("batch", "{'halt':0,'cmd':{" + commands + "}}");
        assertThat(seen.status()).isEqualTo(200);
        return seen.body();
    }
}
