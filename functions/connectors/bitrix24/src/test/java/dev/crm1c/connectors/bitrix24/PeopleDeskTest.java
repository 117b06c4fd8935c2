package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.deal.Reminder;
import dev.crm1c.model.port.CrmPeople;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleDeskTest extends AgainstTheSimulator {
    private static final Instant TOMORROW = Instant.parse("2026-11-22T10:00:00.5Z");
    private static final Reminder REMINDER =
            new Reminder("Проверьте КПП", "В 1С & CRM они разные", TOMORROW, new PortalUser("1"));

    @Inject
    CrmPeople people;

    @Inject
    Bitrix24Client client;

    private CrmRef deal;

    @BeforeEach
    void fillPortal() {
        deal = ref(salesperson.deal("Сделка", 0));
        portal.resetCounters();
    }

    private List<JsonNode> todos() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        return got(client.call(tenant(), "crm.activity.list", all))
                .valueStream()
                .toList();
    }

    @Test
    @DisplayName("bitrix24.md §5.11: a thing to do has a deadline, words and somebody to do it")
    void a_reminder_hangs_on_the_deal() {
        String id = got(people.remind(tenant(), deal, REMINDER));

        assertThat(portal.requestCount()).isEqualTo(1);
        assertThat(todos()).singleElement().satisfies(todo -> {
            assertThat(todo.path("ID").asText()).isEqualTo(id);
            assertThat(todo.path("OWNER_ID").asText()).isEqualTo(deal.id());
            assertThat(todo.path("DESCRIPTION").asText()).isEqualTo("В 1С & CRM они разные");
            assertThat(todo.path("RESPONSIBLE_ID").asText()).isEqualTo("1");
        });
    }

    @Test
    @DisplayName("bitrix24.md §0.8: after a lost answer it is looked for")
    void a_lost_answer_makes_no_second_reminder() {
        portal.faults().on("crm.activity.todo.add").next(1, Fault.committedThenLost());
        assertThat(stopped(people.remind(tenant(), deal, REMINDER))).isInstanceOf(Outcome.Later.class);

        assertThat(todos())
                .extracting(todo -> Optional.of(todo.path("ID").asText()))
                .containsExactly(got(people.find(tenant(), deal, TOMORROW)));
    }

    @Test
    void another_reminder_is_not_taken_for_the_lost_one() {
        got(people.remind(tenant(), deal, REMINDER));

        assertThat(got(people.find(tenant(), deal, TOMORROW.plusSeconds(60)))).isEmpty();
    }

    private String settle(String todo) {
        return got(people.settle(tenant(), deal, todo));
    }

    @Test
    @DisplayName("a thing to do is ticked off; ticked already, or taken away, it is done as well")
    void a_thing_to_do_is_ticked_off_once() {
        String id = got(people.remind(tenant(), deal, REMINDER));

        assertThat(settle(id)).isEqualTo(id);
        assertThat(todos()).extracting(todo -> todo.path("COMPLETED").asText()).containsExactly("Y");
        assertThat(todos()).extracting(todo -> todo.path("SUBJECT").asText()).containsExactly("Проверьте КПП");
        assertThat(settle(id)).isEqualTo(id);
        assertThat(settle("404")).isEqualTo("404");
    }

    @Test
    void a_thing_to_do_that_the_portal_could_not_tick_off_is_ticked_off_later() {
        String id = got(people.remind(tenant(), deal, REMINDER));
        portal.faults()
                .on("crm.activity.update")
                .next(1, Fault.methodFails(500, "INTERNAL_SERVER_ERROR", "Internal server error"));

        assertThat(stopped(people.settle(tenant(), deal, id))).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void nothing_to_do_hangs_on_a_requisite() {
        assertThat(stopped(people.remind(tenant(), new CrmRef(CrmKind.REQUISITE, "1"), REMINDER)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    @DisplayName("bitrix24.md §5.11: a notice carries a tag, so the newer one takes the older one's place")
    void a_notice_names_its_subject_and_its_sender() {
        try (StubPortal stub = StubPortal.start()) {
            stub.on("im.notify.system.add", "12345");

            assertThat(got(people.notify(stub.tenant(), new PortalUser("7"), "1С не отвечает", "crm1c|1c-down")))
                    .isEqualTo("12345");

            StubPortal.Call call = stub.calls("im.notify.system.add").getFirst();
            assertThat(call.text("/USER_ID")).isEqualTo("7");
            assertThat(call.text("/TAG")).isEqualTo("crm1c|1c-down");
            assertThat(call.text("/CLIENT_ID")).isNotEmpty();
        }
    }
}
