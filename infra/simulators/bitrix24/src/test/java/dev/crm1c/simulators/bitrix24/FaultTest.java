package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.simulators.bitrix24.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §4.1, §4.2, §7.4: what goes wrong between a caller and the portal")
class FaultTest extends WithPortal {
    private static final String ADD = "{'entityTypeId':4,'fields':{'title':'Ромашка'}}";

    @Test
    @DisplayName("§4.1 pages of HTML with 503, 502 and even 200; nothing has been done")
    void pages() throws Exception {
        for (Map.Entry<Fault, Integer> page : Map.of(
                        Fault.unavailablePage(), 503, Fault.badGatewayPage(), 502, Fault.loginPage(), 200)
                .entrySet()) {
            portal.faults().on("crm.item.add").next(1, page.getKey());
            Probe.Seen seen = rest.call("crm.item.add", ADD);
            assertThat(seen.status()).isEqualTo(page.getValue());
            assertThat(seen.contentType()).startsWith("text/html");
            assertThat(seen.body().isMissingNode()).isTrue();
        }
        assertThat(portal.company(1).isMissingNode()).isTrue();
        assertThat(rest.call("crm.item.add", ADD).status()).isEqualTo(200);
        assertThat(portal.faults().fired()).isEqualTo(3);
    }

    @Test
    @DisplayName("§4.2 refusals of the whole portal, of a batch too")
    void refusals() throws Exception {
        portal.faults().on("crm.item.add").next(1, Fault.internalServerError());
        portal.faults().on("crm.item.add").next(1, Fault.overloadLimit());
        portal.faults().on("crm.item.add").next(1, Fault.portalDeleted());
        portal.faults().on("crm.item.add").next(1, Fault.restNotInPlan());
        assertThat(List.of(seen(ADD), seen(ADD), seen(ADD)))
                .containsExactly("500 INTERNAL_SERVER_ERROR", "503 OVERLOAD_LIMIT", "500 PORTAL_DELETED");
        Probe.Seen batch = rest.call("batch", "{'cmd':{'a':'profile','b':'crm.item.add?entityTypeId=4'}}");
        assertThat(batch.status()).isEqualTo(403);
        assertThat(batch.error()).isEqualTo("ACCESS_DENIED");
        assertThat(portal.refusedCount()).as("an overload is no rate refusal").isZero();
    }

    @Test
    @DisplayName("§7.4 every n-th call, or always; a method alone fails inside a batch whose other commands go on")
    void timing() throws Exception {
        portal.faults().on("crm.item.add").everyNth(3, Fault.methodFails(400, "ACCESS_DENIED", "Доступ запрещен"));
        assertThat(List.of(seen(ADD), seen(ADD), seen(ADD), seen(ADD)))
                .containsExactly("200 ", "200 ", "400 ACCESS_DENIED", "200 ");
        portal.faults().clear();
        portal.faults().on("profile").always(Fault.methodFails(400, "ACCESS_DENIED", "Доступ запрещен"));
        Probe.Seen batch = rest.call("batch", "{'cmd':{'a':'scope','b':'profile','c':'scope'}}");
        assertThat(Probe.keys(batch.result().path("result"))).containsExactly("a", "c");
        assertThat(Probe.keys(batch.result().path("result_error"))).containsExactly("b");
    }

    @Test
    @DisplayName(
            "§1.4 a renamed portal answers 302 with the same path on the new address; a client that follows loses its POST")
    void moved() throws Exception {
        try (Bitrix24Simulator renamed = Bitrix24Simulator.start(settings())) {
            portal.faults().onAny().always(Fault.movedTo(renamed.address()));
            var answer = rest.client()
                    .send(
                            HttpRequest.newBuilder(portal.webhookUrl().resolve("crm.item.add?x=1"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue(renamed.webhookUrl() + "crm.item.add?x=1");
        }
    }

    @Test
    @DisplayName("§7.4 a connection lost before the effect, and one lost after it, look the same to the caller")
    void lost() {
        portal.faults().on("crm.item.add").next(1, Fault.connectionLost());
        assertThatThrownBy(() -> rest.call("crm.item.add", ADD)).isInstanceOf(IOException.class);
        assertThat(portal.company(1).isMissingNode()).isTrue();
        portal.faults().on("crm.item.add").next(1, Fault.committedThenLost());
        assertThatThrownBy(() -> rest.call("crm.item.add", ADD)).isInstanceOf(IOException.class);
        assertThat(portal.company(1).path("title").asText()).isEqualTo("Ромашка");
        assertThat(portal.requests()).extracting(request -> request.status()).containsExactly(0, 0);
    }

    @Test
    @DisplayName("§7.4 committed, then silence: the caller times out, a method inside a batch counts too")
    void silent() {
        portal.faults().on("crm.item.add").next(1, Fault.committedThenSilent(Duration.ofSeconds(30)));
        HttpRequest request = HttpRequest.newBuilder(portal.webhookUrl().resolve("batch"))
                .timeout(Duration.ofSeconds(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"cmd\":{\"a\":\"crm.item.add?entityTypeId=4&fields[title]=x\"}}"))
                .build();
        assertThatThrownBy(() -> rest.client().send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(portal.company(1).path("title").asText()).isEqualTo("x");
    }

    @Test
    @DisplayName("§7.4 a late answer is whole")
    void late() throws Exception {
        portal.faults().on("profile").next(1, Fault.late(Duration.ofMillis(250)));
        long before = System.nanoTime();
        assertThat(rest.get("profile").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(240));
    }

    @Test
    @DisplayName("§7.4 half of the JSON in a well-formed answer; the effect is done")
    void truncated() throws Exception {
        portal.faults().on("crm.item.add").next(1, Fault.truncatedJson());
        Probe.Seen seen = rest.call("crm.item.add", ADD);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.contentType()).startsWith("application/json");
        assertThat(seen.text()).startsWith("{\"result\":{\"item\"");
        assertThat(seen.body().isMissingNode()).isTrue();
        assertThat(portal.company(1).isMissingNode()).isFalse();
    }

    @Test
    @DisplayName("§7.4 a body that does not end")
    void endless() throws Exception {
        portal.faults().on("profile").next(1, Fault.endlessBody());
        HttpRequest request =
                HttpRequest.newBuilder(portal.webhookUrl().resolve("profile")).build();
        try (InputStream body =
                rest.client().send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(body.readNBytes(5_000_000)).hasSize(5_000_000);
        }
    }

    private String seen(String json) throws Exception {
        Probe.Seen seen = rest.call("crm.item.add", json);
        return seen.status() + " " + seen.error();
    }
}
