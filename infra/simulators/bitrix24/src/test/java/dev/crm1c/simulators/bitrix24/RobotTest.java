package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.app.RobotRun;
import dev.crm1c.simulators.bitrix24.app.RobotRun.Progress;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §3.1: robots")
class RobotTest extends WithApplication {

    @Test
    @DisplayName("§3.1 the call has the documented keys in their order, a working token and the deal's number")
    void call() throws Exception {
        add("c1_create_invoice", "");
        RobotRun run = portal.robots().run("c1_create_invoice", 8061);
        quiet();
        Handler.Call call = handler.calls().getFirst();
        assertThat(call.keys()).isEqualTo(documentedKeys("robot-call"));
        assertThat(call.userAgent()).isEqualTo("Bitrix24 Webhook Engine");
        assertThat(call.fields())
                .containsEntry("document_id[2]", "DEAL_8061")
                .containsEntry("properties[action]", "invoice")
                .containsEntry("use_subscription", "Y")
                .containsEntry("event_token", run.eventToken())
                .containsEntry("auth[user_id]", "1");
        assertThat(appAs(call.fields().get("auth[access_token]"), "profile", "{}")
                        .status())
                .isEqualTo(200);
        portal.robots().withholdRefreshTokens();
        portal.robots().run("c1_create_invoice", 8061, Map.of("action", "act"));
        quiet();
        assertThat(handler.calls().getLast().fields())
                .doesNotContainKey("auth[refresh_token]")
                .containsEntry("properties[action]", "act");
    }

    @Test
    @DisplayName("§3.1 the token of a workflow that waits is good once; the log before it does not use it up")
    void answer() throws Exception {
        add("c1", "");
        String token = portal.robots().run("c1", 1).eventToken();
        assertThat(app("bizproc.activity.log", "{'EVENT_TOKEN':'" + token + "','LOG_MESSAGE':'ждём'}")
                        .result()
                        .asBoolean())
                .isTrue();
        String send = "{'EVENT_TOKEN':'" + token + "','RETURN_VALUES':{'number':'7'},'LOG_MESSAGE':'готово'}";
        assertThat(app("bizproc.event.send", send).result().asBoolean()).isTrue();
        assertThat(portal.robots().runs()).singleElement().satisfies(run -> {
            assertThat(run.progress()).isEqualTo(new Progress.Answered(Probe.json("{\"number\":\"7\"}")));
            assertThat(run.log()).containsExactly("ждём", "готово");
        });
        assertThat(code(app("bizproc.event.send", send))).isEqualTo("403 ACCESS_DENIED");
        assertThat(code(app("bizproc.event.send", "{'EVENT_TOKEN':'x'}"))).isEqualTo("403 ACCESS_DENIED");
    }

    @Test
    @DisplayName("§3.1 only an explicit N lets the workflow go on at once, and then nobody may answer it")
    void subscription() throws Exception {
        add("waits", ",'USE_SUBSCRIPTION':''");
        add("goes", ",'USE_SUBSCRIPTION':'N'");
        assertThat(portal.robots().run("waits", 1).progress()).isInstanceOf(Progress.Waiting.class);
        RobotRun goes = portal.robots().run("goes", 1);
        assertThat(goes.progress()).isInstanceOf(Progress.WentOn.class);
        assertThat(code(app("bizproc.event.send", "{'EVENT_TOKEN':'" + goes.eventToken() + "'}")))
                .isEqualTo("403 ACCESS_DENIED");
        quiet();
        assertThat(handler.calls().getLast().fields()).containsEntry("use_subscription", "N");
    }

    @Test
    @DisplayName("§3.1 a second robot of that code is refused; the list has codes; update and delete")
    void catalogue() throws Exception {
        add("c1", "");
        assertThat(code(robot("c1", ""))).isEqualTo("400 ERROR_ACTIVITY_ALREADY_INSTALLED");
        assertThat(robot("с кириллицей", "").status()).isEqualTo(400);
        assertThat(app("bizproc.robot.list", "{}").result().toString()).isEqualTo("[\"c1\"]");
        app("bizproc.robot.update", "{'CODE':'c1','FIELDS':{'USE_SUBSCRIPTION':'N'}}");
        assertThat(portal.robots().run("c1", 1).progress()).isInstanceOf(Progress.WentOn.class);
        quiet();
        assertThat(handler.calls().getLast().fields())
                .as("what is not given stays")
                .containsEntry("properties[action]", "invoice")
                .containsEntry("auth[user_id]", "1");
        assertThat(app("bizproc.robot.delete", "{'CODE':'c1'}").result().asBoolean())
                .isTrue();
        assertThat(app("bizproc.robot.list", "{}").result()).isEmpty();
    }

    @Test
    @DisplayName("§3.1 the handler stands on the application's domain; robots are for administrators")
    void refusals() throws Exception {
        assertThat(app("bizproc.robot.add", "{'CODE':'a','NAME':'a','HANDLER':'https://elsewhere.example/x'}")
                        .status())
                .isEqualTo(400);
        portal.users().demote(5);
        assertThat(code(appAs(tokenOf(5), "bizproc.robot.add", "{'CODE':'a'}"))).isEqualTo("403 ACCESS_DENIED");
        assertThat(code(appAs(tokenOf(5), "bizproc.robot.list", "{}"))).isEqualTo("403 ACCESS_DENIED");
    }

    private void add(String code, String more) throws Exception {
        Probe.Seen seen = robot(code, more);
        assertThat(seen.result().asBoolean()).as(seen.text()).isTrue();
    }

    private Probe.Seen robot(String code, String more) throws Exception {
        return app(
                "bizproc.robot.add",
                "{'CODE':'" + code + "','HANDLER':'" + handler.address() + "','AUTH_USER_ID':1,'NAME':{'ru':'Счёт'},"
                        + "'PROPERTIES':{'action':{'Name':'Что','Type':'string','Default':'invoice'}}" + more + "}");
    }
}
