package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.4, §5.10: stages, pipelines and the timeline")
class TimelineAndDictionaryTest extends WithPortal {

    @Test
    @DisplayName("§5.10b a comment is added, read with the documented keys, changed and deleted")
    void comments() throws Exception {
        long deal = person.deal("Сделка", 0);
        long id = rest.call(
                        "crm.timeline.comment.add",
                        "{'fields':{'ENTITY_ID':" + deal + ",'ENTITY_TYPE':'deal','COMMENT':'Счёт [B]БП-1[/B]'}}")
                .result()
                .asLong();
        JsonNode listed = rest.call(
                        "crm.timeline.comment.list",
                        "{'filter':{'ENTITY_ID':" + deal + ",'ENTITY_TYPE':'deal'},'order':{'ID':'DESC'}}")
                .result()
                .path(0);
        JsonNode sample =
                Probe.answerSample("crm.timeline.comment.list").path("result").path(1);
        assertThat(Probe.keys(listed)).isEqualTo(Probe.keys(sample));
        assertThat(listed.path("FILES")).isEqualTo(sample.path("FILES"));
        assertThat(listed.path("ID").isTextual()).isTrue();
        assertThat(rest.call("crm.timeline.comment.update", "{'id':" + id + ",'fields':{'COMMENT':'Отменён'}}")
                        .result()
                        .asBoolean())
                .isTrue();
        assertThat(portal.timeline(deal)).extracting(TimelineComment::text).containsExactly("Отменён");
        assertThat(rest.get("crm.timeline.comment.get?id=" + id)
                        .result()
                        .path("COMMENT")
                        .asText())
                .isEqualTo("Отменён");
        Probe.Seen deleted = rest.call("crm.timeline.comment.delete", "{'id':" + id + "}");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.result().isNull())
                .as("the method always answers null")
                .isTrue();
        assertThat(portal.timeline(deal)).isEmpty();
    }

    @Test
    @DisplayName("§5.10b deleting names the comment and, if it likes, whose it is; a comment that is gone is NOT_FOUND")
    void deleting() throws Exception {
        long deal = person.deal("Сделка", 0);
        long comment = person.comment(deal, "Первая");
        String id = "{'id':" + comment;

        assertThat(rest.call("crm.timeline.comment.delete", id + ",'ownerTypeId':2,'ownerId':" + (deal + 1) + "}")
                        .error())
                .isEqualTo("NOT_FOUND");
        assertThat(rest.call("crm.timeline.comment.delete", "{}").error()).isEqualTo("100");
        assertThat(portal.timeline(deal)).hasSize(1);

        assertThat(rest.call("crm.timeline.comment.delete", id + ",'ownerTypeId':2,'ownerId':" + deal + "}")
                        .status())
                .isEqualTo(200);
        Probe.Seen again = rest.call("crm.timeline.comment.delete", id + "}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.error()).isEqualTo("NOT_FOUND");
    }

    @Test
    @DisplayName("§5.10b COMMENT is mandatory; an unknown comment, deal or kind is an error")
    void refusals() throws Exception {
        long deal = person.deal("Сделка", 0);
        for (String[] call : new String[][] {
            {"crm.timeline.comment.add", "{'fields':{'ENTITY_ID':" + deal + ",'ENTITY_TYPE':'deal'}}"},
            {"crm.timeline.comment.add", "{'fields':{'ENTITY_ID':404,'ENTITY_TYPE':'deal','COMMENT':'x'}}"},
            {"crm.timeline.comment.add", "{'fields':{'ENTITY_ID':" + deal + ",'ENTITY_TYPE':'2','COMMENT':'x'}}"},
            {"crm.timeline.comment.update", "{'id':404,'fields':{'COMMENT':'x'}}"},
            {"crm.timeline.comment.get", "{'id':404}"},
            {"crm.timeline.comment.list", "{'filter':{'ENTITY_TYPE':'deal'}}"}
        }) {
            Probe.Seen seen = rest.call(call[0], call[1]);
            assertThat(seen.status()).as(call[0]).isEqualTo(400);
            assertThat(seen.text()).startsWith("{\"error\":\"\",");
        }
    }

    @Test
    @DisplayName("§5.10 files are pairs of name and plain base64; what is not is dropped; new files replace all")
    void files() throws Exception {
        long deal = person.deal("Сделка", 0);
        long id = rest.call(
                        "crm.timeline.comment.add",
                        "{'fields':{'ENTITY_ID':" + deal + ",'ENTITY_TYPE':'deal','COMMENT':'x',"
                                + "'FILES':[['a.pdf','UERG'],['b.pdf','data:application/pdf;base64,UERG']]}}")
                .result()
                .asLong();
        assertThat(portal.timeline(deal).getFirst().files()).hasSize(1);
        assertThat(portal.timeline(deal).getFirst().files().getFirst().content())
                .asString()
                .isEqualTo("PDF");
        rest.call(
                "crm.timeline.comment.update", "{'id':" + id + ",'fields':{'COMMENT':'y','FILES':[['c.pdf','UERG']]}}");
        assertThat(portal.timeline(deal).getFirst().files().getFirst().name()).isEqualTo("c.pdf");
    }

    @Test
    @DisplayName("§5.4 the stages of the general pipeline are those of the documented answer, others have Cn: codes")
    void stages() throws Exception {
        assertThat(rest.call("crm.status.list", "{'order':{'SORT':'ASC'},'filter':{'ENTITY_ID':'DEAL_STAGE'}}")
                        .result())
                .isEqualTo(Probe.answerSample("crm.status.list").path("result"));
        JsonNode other = rest.call("crm.status.list", "{'filter':{'ENTITY_ID':'DEAL_STAGE_9'}}")
                .result();
        assertThat(other.findValuesAsText("STATUS_ID")).contains("C9:NEW", "C9:WON", "C9:LOSE");
    }

    @Test
    @DisplayName("§5.4 pipelines are those of the documented answer; the general one has id 0")
    void pipelines() throws Exception {
        Probe.Seen seen = rest.call("crm.category.list", "{'entityTypeId':2}");
        assertThat(seen.result())
                .isEqualTo(Probe.answerSample("crm.category.list").path("result"));
        assertThat(seen.body().path("total").asInt()).isEqualTo(4);
        assertThat(rest.call("crm.category.list", "{'entityTypeId':1032}").text())
                .contains("Смарт-процесс не найден");
    }
}
