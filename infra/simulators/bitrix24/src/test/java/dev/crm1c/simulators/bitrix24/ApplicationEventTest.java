package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §2.2, §2.5: events of applications")
class ApplicationEventTest extends WithApplication {

    @Test
    @DisplayName("§2.2 the recorded keys in their order, the acting user's working token, and no refresh token")
    void shape() throws Exception {
        bind("ONCRMDEALADD");
        long deal = portal.salesperson(12).deal("Сделка", 0);
        quiet();
        Handler.Call call = handler.calls().getFirst();
        assertThat(call.keys())
                .containsExactly(
                        "event",
                        "event_handler_id",
                        "data[FIELDS][ID]",
                        "ts",
                        "auth[access_token]",
                        "auth[expires]",
                        "auth[expires_in]",
                        "auth[scope]",
                        "auth[domain]",
                        "auth[server_endpoint]",
                        "auth[status]",
                        "auth[client_endpoint]",
                        "auth[member_id]",
                        "auth[user_id]",
                        "auth[application_token]");
        assertThat(call.fields())
                .containsEntry("data[FIELDS][ID]", Long.toString(deal))
                .containsEntry("auth[user_id]", "12")
                .containsEntry("auth[expires]", Long.toString(NOON.getEpochSecond() + 3600))
                .containsEntry("auth[application_token]", "exchange-application-token");
        assertThat(appAs(call.fields().get("auth[access_token]"), "profile", "{}")
                        .result()
                        .path("ID")
                        .asText())
                .isEqualTo("12");
    }

    @Test
    @DisplayName("§2.2 a change that a robot made comes without tokens, whoever the binding asks for")
    void robotsChange() throws Exception {
        bind("ONCRMCOMPANYADD");
        bind("ONCRMCOMPANYADD", ",'auth_type':1");
        portal.automation().company("Ромашка");
        quiet();
        assertThat(handler.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.keys())
                        .contains("auth[application_token]", "auth[member_id]")
                        .doesNotContain("auth[access_token]", "auth[user_id]", "auth[expires]"));
    }

    @Test
    @DisplayName("§2.2 auth_type gives the token of that user, whoever made the change")
    void authType() throws Exception {
        bind("ONCRMCOMPANYADD", ",'auth_type':1");
        portal.salesperson(12).company("Ромашка");
        quiet();
        assertThat(handler.calls().getFirst().fields()).containsEntry("auth[user_id]", "1");
    }

    @Test
    @DisplayName("§0.9 a move to another pipeline is ONCRMDEALMOVETOCATEGORY and nothing else, for applications alone")
    void pipelineMove() throws Exception {
        try (Handler webhook = new Handler(200)) {
            portal.subscribe(webhook.address(), EnumSet.allOf(CrmEvent.class));
            bind("ONCRMDEALUPDATE");
            bind("onCrmDealMoveToCategory");
            long deal = person.deal("Сделка", 0);
            person.moveDealToPipeline(deal, 9);
            quiet();
            assertThat(handler.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.fields())
                            .containsEntry("event", "ONCRMDEALMOVETOCATEGORY")
                            .containsEntry("data[FIELDS][ID]", Long.toString(deal))
                            .containsEntry("data[FIELDS][CATEGORY_ID]", "9")
                            .containsEntry("data[FIELDS][STAGE_ID]", "C9:NEW"));
            assertThat(webhook.events()).containsExactly("ONCRMDEALADD " + deal);
        }
    }

    @Test
    @DisplayName("§2.5 an unknown event, or one of a scope that the application lacks, is ERROR_EVENT_NOT_FOUND")
    void unknownEvent() throws Exception {
        for (String event : List.of("ONNOSUCHTHING", "ONORDERENTITYSAVED")) {
            assertThat(code(app("event.bind", "{'event':'" + event + "','handler':'" + handler.address() + "'}")))
                    .isEqualTo("400 ERROR_EVENT_NOT_FOUND");
        }
        bind("CATALOG.PRODUCT.ON.ADD");
        bind("ONCRMDYNAMICITEMADD_31");
    }

    @Test
    @DisplayName("§2.5 the same address cannot be bound twice; for another user's token it can")
    void twice() throws Exception {
        bind("ONCRMDEALADD");
        Probe.Seen again = app("event.bind", "{'event':'oncrmdealadd','handler':'" + handler.address() + "'}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("Unable to set event handler");
        bind("ONCRMDEALADD", ",'auth_type':1");
        JsonNode sample = Probe.answerSample("event.get").path("result").path(0);
        JsonNode bindings = app("event.get", "{}").result();
        assertThat(bindings).hasSize(2);
        assertThat(Probe.keys(bindings.path(1))).isEqualTo(Probe.keys(sample));
        assertThat(bindings.path(1).path("auth_type").asText()).isEqualTo("1");
        assertThat(bindings.path(1).path("offline").isInt()).isTrue();
    }

    @Test
    @DisplayName("§2.5 an employee binds neither offline nor for somebody else")
    void adminOnly() throws Exception {
        portal.users().demote(5);
        String handlerField = ",'handler':'" + handler.address() + "'";
        assertThat(code(appAs(tokenOf(5), "event.bind", "{'event':'ONCRMDEALADD','event_type':'offline'}")))
                .isEqualTo("403 ACCESS_DENIED");
        assertThat(code(appAs(tokenOf(5), "event.bind", "{'event':'ONCRMDEALADD','auth_type':1" + handlerField + "}")))
                .isEqualTo("403 ACCESS_DENIED");
        assertThat(appAs(tokenOf(5), "event.bind", "{'event':'ONCRMDEALADD'" + handlerField + "}")
                        .status())
                .isEqualTo(200);
        assertThat(appAs(tokenOf(5), "event.unbind", "{'event':'ONCRMDEALADD','event_type':'offline'}")
                        .text())
                .contains("Offline events unbinding requires administrator access rights");
    }

    @Test
    @DisplayName("§2.5 unbind tells how many bindings went, and nothing is sent any more")
    void unbind() throws Exception {
        bind("ONCRMDEALADD");
        bind("ONCRMDEALADD", ",'auth_type':1");
        JsonNode gone = app("event.unbind", "{'event':'ONCRMDEALADD','handler':'" + handler.address() + "'}")
                .result();
        assertThat(gone.toString()).isEqualTo("{\"count\":2}");
        person.deal("Сделка", 0);
        quiet();
        assertThat(handler.calls()).isEmpty();
    }

    @Test
    @DisplayName("§2.5 events lists what the scopes allow, with FULL everything; event.test sends ONAPPTEST")
    void eventsAndTest() throws Exception {
        List<String> names = new ArrayList<>();
        app("events", "{}").result().forEach(name -> names.add(name.asText()));
        assertThat(names)
                .contains("ONAPPINSTALL", "ONCRMDEALMOVETOCATEGORY", "CATALOG.PRICE.ON.UPDATE")
                .doesNotContain("ONORDERENTITYSAVED");
        assertThat(app("events", "{'FULL':true}").result().toString()).contains("ONORDERENTITYSAVED");
        bind("ONAPPTEST");
        assertThat(app("event.test", "{'any':'data'}").result().asInt()).isEqualTo(1);
        quiet();
        assertThat(handler.about("ONAPPTEST").getFirst().fields()).containsEntry("data[QUERY][any]", "data");
    }
}
