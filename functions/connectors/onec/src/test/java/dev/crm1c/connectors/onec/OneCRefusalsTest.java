package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.OneCAccessRefused;
import dev.crm1c.model.sync.Problem.OneCAccessRefused.Access;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import dev.crm1c.simulators.onec.faults.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refusal of 1C, of its platform and of what stands in front of it says: later, look first, or people. */
@QuarkusTest
@DisplayName("onec.md §1.7")
class OneCRefusalsTest {
    @Inject
    OneC oneC;

    private OneCSimulator base;

    @BeforeEach
    void startBase() {
        base = OneCSimulator.start(OneCSettings.defaults().withLogin(Surroundings.USER, Surroundings.PASSWORD));
        DemoBase.seed(base.accountant());
    }

    @AfterEach
    void stopBase() {
        base.close();
    }

    private Outcome reading() {
        return stopped(oneC.findCounterparties(BaseTenants.at(base.address(), "demo/onec"), Wind.IDENTITY));
    }

    private Outcome writing() {
        return stopped(oneC.createCounterparty(
                BaseTenants.at(base.address(), "demo/onec"),
                Parties.of(new OneCBase(Map.of("organization", new UUID(1, 1), "country", new UUID(1, 4)), Set.of())),
                Wind.card(),
                Wind.ITSELF,
                ProposedKey.of(DemoTenant.ID, new LinkKey(OneCKind.COUNTERPARTY, "w"))));
    }

    private static Outcome stopped(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Stopped.class);
        return ((Reply.Stopped<?>) reply).outcome();
    }

    private static Outcome later(Duration pause, Delay why) {
        return new Outcome.Later(Surroundings.NOW.plus(pause), why);
    }

    private static Outcome people(Problem problem) {
        return new Outcome.NeedsPeople(problem);
    }

    private static final Outcome READ_AGAIN = later(Duration.ofMinutes(1), Delay.ONEC_ANSWER_UNCLEAR);
    private static final Outcome LOOK_FIRST = later(Duration.ofMinutes(2), Delay.WRITE_OUTCOME_UNKNOWN);

    static Stream<Arguments> what_each_fault_means() {
        Outcome busy = later(Duration.ofMinutes(1), Delay.ONEC_BUSY);
        Outcome locked = later(Duration.ofMinutes(1), Delay.ONEC_LOCKED);
        Outcome updating = later(Duration.ofMinutes(5), Delay.ONEC_UPDATING);
        Outcome maintenance = later(Duration.ofMinutes(5), Delay.ONEC_MAINTENANCE);
        Outcome noRight = people(new OneCAccessRefused(Access.NO_RIGHT));
        Outcome wrongPassword = people(new OneCAccessRefused(Access.WRONG_PASSWORD));
        Outcome wrongAddress = people(new OneCAccessRefused(Access.WRONG_ADDRESS));
        Outcome words = people(new Problem.OneCSaysNo("Не указан ответственный"));
        return Stream.of(
                Arguments.of("no or bad credentials", Fault.unauthorized(), wrongPassword, wrongPassword),
                Arguments.of("no right", Fault.accessDenied(), noRight, noRight),
                Arguments.of("sessions blocked", Fault.maintenance("Ведутся работы"), maintenance, maintenance),
                Arguments.of("pool exhausted", Fault.noSession(), busy, busy),
                Arguments.of("platform being updated", Fault.versionsDiffer(), updating, updating),
                Arguments.of("lock", Fault.lockTimeout(), locked, locked),
                Arguments.of("handler refused", Fault.handlerException("Не указан ответственный"), words, words),
                Arguments.of("platform crash", Fault.applicationError(), READ_AGAIN, LOOK_FIRST),
                Arguments.of("proxy", Fault.badGateway(), READ_AGAIN, LOOK_FIRST),
                Arguments.of("no such publication", Fault.notFoundPage(), wrongAddress, wrongAddress),
                Arguments.of("login page with 200", Fault.loginPage(), READ_AGAIN, LOOK_FIRST),
                Arguments.of("half an answer", Fault.truncatedBody(), READ_AGAIN, LOOK_FIRST),
                Arguments.of("torn connection", Fault.tornConnection(), READ_AGAIN, LOOK_FIRST),
                Arguments.of("closed without an answer", Fault.resetBeforeEffect(), READ_AGAIN, LOOK_FIRST),
                Arguments.of("done, answer lost", Fault.commitThenClose(), READ_AGAIN, LOOK_FIRST),
                Arguments.of(
                        "held over the timeout", Fault.commitThenHold(Duration.ofSeconds(3)), READ_AGAIN, LOOK_FIRST),
                Arguments.of("answer without end", Fault.endlessBody(), READ_AGAIN, LOOK_FIRST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("what_each_fault_means")
    void a_read_that_failed(String name, Fault fault, Outcome onRead, Outcome onWrite) {
        base.faults().on("GET", "Catalog_Контрагенты").always(fault);
        assertThat(reading()).isEqualTo(onRead);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("what_each_fault_means")
    void a_write_that_failed(String name, Fault fault, Outcome onRead, Outcome onWrite) {
        base.faults().on("POST", "Catalog_Контрагенты").always(fault);
        assertThat(writing()).isEqualTo(onWrite);
    }

    @Test
    @DisplayName("§1.1: an object that is not published is named")
    void an_unpublished_set_is_named() {
        base.close();
        base = OneCSimulator.start(OneCSettings.defaults()
                .withLogin(Surroundings.USER, Surroundings.PASSWORD)
                .withPublished(Set.of("Catalog_Валюты")));

        assertThat(reading()).isEqualTo(people(new Problem.NotPublished("Catalog_Контрагенты")));
    }

    @Test
    void a_wrong_password_and_an_absent_secret_are_told_apart() {
        assertThat(stopped(
                        oneC.findCounterparties(BaseTenants.at(base.address(), "demo/wrong-password"), Wind.IDENTITY)))
                .isEqualTo(people(new OneCAccessRefused(Access.WRONG_PASSWORD)));
        assertThat(stopped(oneC.findCounterparties(BaseTenants.at(base.address(), "demo/absent"), Wind.IDENTITY)))
                .isInstanceOf(Outcome.Later.class);
    }

    @Test
    void a_base_that_is_off_was_not_reached_whatever_was_meant() {
        base.close();
        assertThat(reading()).isEqualTo(later(Duration.ofMinutes(1), Delay.ONEC_UNREACHABLE));
        assertThat(writing()).isEqualTo(later(Duration.ofMinutes(1), Delay.ONEC_UNREACHABLE));
    }

    @Test
    void an_address_inside_our_network_is_never_called() {
        assertThat(stopped(oneC.findCounterparties(
                        BaseTenants.at(URI.create("http://169.254.169.254/latest"), "demo/onec"), Wind.IDENTITY)))
                .isEqualTo(people(new OneCAccessRefused(Access.ADDRESS_FORBIDDEN)));
    }
}
