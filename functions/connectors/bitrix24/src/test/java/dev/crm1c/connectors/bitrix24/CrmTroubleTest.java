package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.simulators.bitrix24.DemoPortal;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class CrmTroubleTest extends AgainstTheSimulator {
    static Stream<Arguments> what_each_fault_means() {
        Outcome unclear = later(Duration.ofMinutes(1), Delay.CRM_ANSWER_UNCLEAR);
        Outcome unreachable = later(Duration.ofMinutes(1), Delay.CRM_UNREACHABLE);
        return Stream.of(
                Arguments.of("503 of nginx", Fault.unavailablePage(), unclear),
                Arguments.of("502 of nginx", Fault.badGatewayPage(), unclear),
                Arguments.of("login page with 200", Fault.loginPage(), unclear),
                Arguments.of("500", Fault.internalServerError(), unclear),
                Arguments.of("overload", Fault.overloadLimit(), later(Duration.ofHours(1), Delay.CRM_BLOCKED)),
                Arguments.of(
                        "closed portal", Fault.portalDeleted(), later(Duration.ofHours(1), Delay.CRM_ADDRESS_WRONG)),
                Arguments.of(
                        "no REST in the plan",
                        Fault.restNotInPlan(),
                        later(Duration.ofHours(1), Delay.CRM_ACCESS_REFUSED)),
                Arguments.of(
                        "renamed portal, nobody at the new address",
                        Fault.movedTo(URI.create("http://127.0.0.1:1/")),
                        unreachable),
                Arguments.of("lost connection", Fault.connectionLost(), unreachable),
                Arguments.of("lost answer", Fault.committedThenLost(), unreachable),
                Arguments.of("silence", Fault.committedThenSilent(Duration.ofSeconds(3)), unreachable),
                Arguments.of("half an answer", Fault.truncatedJson(), unclear),
                Arguments.of("answer without end", Fault.endlessBody(), unclear));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("what_each_fault_means")
    @DisplayName("bitrix24.md §4.1, §4.2")
    void a_failed_call_says_when_to_come_back(String name, Fault fault, Outcome meaning) {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        portal.faults().on("batch").always(fault);

        assertThat(stopped(crm.readDeal(tenant(), ref(deal)))).isEqualTo(meaning);
    }

    @Test
    @DisplayName("bitrix24.md §4.5: a failed inner command is no empty list")
    void rows_that_could_not_be_read_are_not_taken_for_none() {
        DemoPortal demo = DemoPortal.fill(salesperson);
        portal.faults()
                .on("crm.item.productrow.list")
                .always(Fault.methodFails(400, "ACCESS_DENIED", "Доступ запрещен"));

        assertThat(stopped(crm.readDeal(tenant(), ref(demo.deal()))))
                .isEqualTo(later(Duration.ofHours(1), Delay.CRM_ACCESS_REFUSED));
    }

    @Test
    @DisplayName("bitrix24.md §4.3: a refusal stops everybody on this portal")
    void a_rate_refusal_is_told_to_the_shared_budget() {
        portal.bucket().resize(0, 0.001);

        assertThat(stopped(crm.readDeal(tenant(), ref(1))))
                .isEqualTo(later(Duration.ofSeconds(10), Delay.CRM_LIMIT_REACHED));
        assertThat(budget.refusals).containsExactly(Surroundings.NOW.plusSeconds(10));
    }

    @Test
    void a_spent_budget_means_no_call_at_all() {
        Instant free = Surroundings.NOW.plusSeconds(7);
        budget.next = new Grant.ComeBackAt(free);

        assertThat(stopped(crm.readDeal(tenant(), ref(1)))).isEqualTo(new Outcome.Later(free, Delay.CRM_BUDGET_SPENT));
        assertThat(portal.requestCount()).isZero();
    }

    @Test
    void a_wrong_secret_and_an_odd_one_and_none_are_access_trouble() {
        Outcome refused = later(Duration.ofHours(1), Delay.CRM_ACCESS_REFUSED);
        for (String secret : List.of("demo/wrong", "demo/odd", "demo/absent")) {
            assertThat(stopped(crm.readDeal(tenantAt(portal.address(), secret), ref(1))))
                    .isEqualTo(refused);
        }
    }

    @Test
    void an_address_inside_our_network_is_never_called() {
        assertThat(stopped(crm.readDeal(tenantAt(URI.create("http://169.254.169.254"), "demo/crm"), ref(1))))
                .isEqualTo(later(Duration.ofHours(1), Delay.CRM_ADDRESS_WRONG));
    }
}
