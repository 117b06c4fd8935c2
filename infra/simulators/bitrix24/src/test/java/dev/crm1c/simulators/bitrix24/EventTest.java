package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.event.Delivery;
import dev.crm1c.simulators.bitrix24.event.Subscription;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §2, §7.7: outgoing webhooks")
class EventTest extends WithPortal {
    private Handler handler;

    @BeforeEach
    void listen() throws Exception {
        handler = new Handler(200);
    }

    @AfterEach
    void stop() {
        handler.close();
    }

    @Test
    @DisplayName("§2.2 the body has the documented keys in the documented order and no tokens of a user")
    void body() throws Exception {
        portal.subscribe(handler.address());
        clock.set(NOON.plusMillis(900));
        long deal = person.deal("Сделка", 0);
        quiet();
        Handler.Call call = handler.calls().getFirst();
        assertThat(call.userAgent()).isEqualTo("Bitrix24 Webhook Engine");
        assertThat(call.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(keys(call.body())).isEqualTo(keys(Probe.text("samples/outgoing_webhook.form")));
        assertThat(call.body())
                .isEqualTo("event=ONCRMDEALADD&event_handler_id=1&data%5BFIELDS%5D%5BID%5D=" + deal + "&ts="
                        + NOON.getEpochSecond()
                        + "&auth%5Bdomain%5D=portal.example"
                        + "&auth%5Bclient_endpoint%5D=https%3A%2F%2Fportal.example%2Frest%2F"
                        + "&auth%5Bserver_endpoint%5D=https%3A%2F%2Foauth.bitrix24.tech%2Frest%2F"
                        + "&auth%5Bmember_id%5D=d897063e1ce7c5eb9f04b9751eef5915"
                        + "&auth%5Bapplication_token%5D=simulatedapplicationtoken0000000");
    }

    @Test
    @DisplayName("§0.1 an event is sent once, whatever the handler answers, and when it does not answer at all")
    void once() throws Exception {
        try (Handler failing = new Handler(500)) {
            portal.subscribe(failing.address());
            portal.subscribe(URI.create("http://127.0.0.1:1/nobody"));
            person.company("Ромашка");
            quiet();
            assertThat(failing.calls()).hasSize(1);
            assertThat(portal.deliveries()).extracting(Delivery::answerStatus).containsExactlyInAnyOrder(500, 0);
            assertThat(portal.deliveries()).noneMatch(Delivery::accepted);
        }
    }

    @Test
    @DisplayName("§2.4 each outgoing webhook has a token of its own and hears what it subscribed to")
    void subscriptions() throws Exception {
        portal.outgoing()
                .subscribe(new Subscription(975, handler.address(), "own-token", Set.of(CrmEvent.ONCRMCOMPANYADD)));
        person.deal("Сделка", person.company("Ромашка"));
        quiet();
        assertThat(handler.events()).containsExactly("ONCRMCOMPANYADD 1");
        assertThat(handler.calls().getFirst().body())
                .contains("event_handler_id=975&")
                .endsWith("application_token%5D=own-token");
    }

    @Test
    @DisplayName(
            "§2.3 what a person does, and what fires: requisites and bank details speak for themselves, not for the company")
    void catalogue() throws Exception {
        inOrder();
        long company = person.company("Ромашка");
        person.contact("Иван", "Иванов", company);
        long requisite = person.requisite(company, Map.of());
        long bank = person.bankDetail(requisite, "044525225", "40702810200000000001", "Банк", null);
        person.fillRequisite(requisite, "RQ_INN", "7700000016");
        person.fillBankDetail(bank, "RQ_BANK_NAME", "ПАО");
        person.renameCompany(company, "Лютик");
        person.renameCompany(company, "Лютик");
        long deal = person.deal("Сделка", company);
        person.moveDeal(deal, "PREPARATION");
        person.deleteDeal(deal);
        person.deleteRequisite(requisite);
        quiet();
        assertThat(handler.events())
                .containsExactly(
                        "ONCRMCOMPANYADD 1",
                        "ONCRMCONTACTADD 1",
                        "ONCRMREQUISITEADD 1",
                        "ONCRMBANKDETAILADD 1",
                        "ONCRMREQUISITEUPDATE 1",
                        "ONCRMBANKDETAILUPDATE 1",
                        "ONCRMCOMPANYUPDATE 1",
                        "ONCRMDEALADD 1",
                        "ONCRMDEALUPDATE 1",
                        "ONCRMDEALDELETE 1",
                        "ONCRMREQUISITEDELETE 1",
                        "ONCRMBANKDETAILDELETE 1");
    }

    @Test
    @DisplayName(
            "§0.9 a move to another pipeline fires nothing for an outgoing webhook, in whatever company of changes")
    void pipelineMove() throws Exception {
        inOrder();
        long deal = person.deal("Сделка", 0);
        person.moveDealToPipeline(deal, 9);
        rest.call("crm.item.update", "{'entityTypeId':2,'id':" + deal + ",'fields':{'categoryId':10,'title':'x'}}");
        quiet();
        assertThat(portal.deal(deal).path("stageId").asText()).isEqualTo("C10:NEW");
        assertThat(handler.events()).containsExactly("ONCRMDEALADD 1");
    }

    @Test
    @DisplayName("§6.1 our own writes through REST come back as events; crm.item.update without a difference does not")
    void echo() throws Exception {
        inOrder();
        String update = "{'entityTypeId':2,'id':1,'fields':{'title':'Другая'}}";
        person.deal("Сделка", 0);
        rest.call("crm.item.update", update);
        rest.call("crm.item.update", update);
        rest.call("crm.timeline.comment.add", "{'fields':{'ENTITY_ID':1,'ENTITY_TYPE':'deal','COMMENT':'x'}}");
        rest.call("crm.deal.update", "{'id':1,'fields':{'TITLE':'Другая'}}");
        quiet();
        assertThat(handler.events()).containsExactly("ONCRMDEALADD 1", "ONCRMDEALUPDATE 1", "ONCRMDEALUPDATE 1");
    }

    @Test
    @DisplayName("§7.7 hold and release; every n-th lost; each one sent twice; ts is the time of sending")
    void holdDropDuplicate() throws Exception {
        inOrder();
        portal.events().hold();
        portal.events().dropEveryNth(3);
        portal.events().sendTimes(2);
        for (int i = 0; i < 4; i++) {
            person.company("Компания");
        }
        assertThat(portal.events().awaitQuiet(Duration.ofMillis(100))).isFalse();
        assertThat(handler.calls()).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        portal.events().release();
        quiet();
        assertThat(handler.events())
                .containsExactly(
                        "ONCRMCOMPANYADD 1",
                        "ONCRMCOMPANYADD 1",
                        "ONCRMCOMPANYADD 2",
                        "ONCRMCOMPANYADD 2",
                        "ONCRMCOMPANYADD 4",
                        "ONCRMCOMPANYADD 4");
        assertThat(portal.events().dropped()).isEqualTo(1);
        assertThat(handler.calls().getFirst().body()).contains("&ts=" + (NOON.getEpochSecond() + 600) + "&");
    }

    @Test
    @DisplayName("§7.7 shuffled by a seed: another order, the same for the same seed")
    void shuffle() throws Exception {
        List<List<String>> orders = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            try (Handler own = new Handler(200);
                    Bitrix24Simulator other = Bitrix24Simulator.start(settings())) {
                other.subscribe(own.address());
                other.events().parallel(1);
                other.events().shuffle(42);
                other.events().hold();
                for (int i = 0; i < 12; i++) {
                    other.salesperson().company("Компания");
                }
                other.events().release();
                assertThat(other.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
                orders.add(own.events());
            }
        }
        assertThat(orders.getFirst()).hasSize(12).isEqualTo(orders.getLast());
        assertThat(orders.getFirst())
                .isNotEqualTo(orders.getFirst().stream()
                        .sorted((one, two) -> Integer.compare(number(one), number(two)))
                        .toList());
    }

    @Test
    @DisplayName("§0.3 a handler that is too slow is not waited for and not called again")
    void patience() throws Exception {
        try (Bitrix24Simulator other = Bitrix24Simulator.start(settings().withHandlerPatience(Duration.ofMillis(200)));
                Bitrix24Simulator slow = Bitrix24Simulator.start(settings())) {
            slow.faults().onAny().always(Fault.late(Duration.ofSeconds(20)));
            other.subscribe(slow.webhookUrl().resolve("profile"));
            other.salesperson().company("Ромашка");
            assertThat(other.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
            assertThat(other.deliveries()).singleElement().satisfies(delivery -> {
                assertThat(delivery.answerStatus()).isZero();
                assertThat(delivery.failure()).isEqualTo("HttpTimeoutException");
            });
        }
    }

    private void inOrder() {
        portal.events().parallel(1);
        portal.subscribe(handler.address());
    }

    private void quiet() throws InterruptedException {
        assertThat(portal.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
    }

    private static int number(String event) {
        return Integer.parseInt(event.substring(event.indexOf(' ') + 1));
    }

    private static List<String> keys(String form) {
        return Arrays.stream(form.strip().split("&"))
                .map(pair -> pair.substring(0, pair.indexOf('=')))
                .toList();
    }
}
