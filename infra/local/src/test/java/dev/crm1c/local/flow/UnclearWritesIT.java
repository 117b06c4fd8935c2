package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.local.demo.DemoConfiguration;
import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import dev.crm1c.simulators.onec.faults.Fault;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes whose answers are lost, as packaged, against a base that gives keys of its own: there only looking first keeps things single. */
@TestInstance(Lifecycle.PER_CLASS)
class UnclearWritesIT {
    private Flow flow;

    @BeforeAll
    void startFlow() throws IOException {
        flow = Flow.start(RefKeyPolicy.IGNORED);
    }

    @BeforeEach
    void rest() {
        flow.portalRests();
    }

    @AfterAll
    void stopFlow() {
        flow.close();
    }

    static Stream<Arguments> every_write_lost_both_ways() {
        return Stream.of(
                        new String[] {"POST", Flow.COUNTERPARTIES},
                        new String[] {"PATCH", Flow.COUNTERPARTIES},
                        new String[] {"POST", "Catalog_ДоговорыКонтрагентов"},
                        new String[] {"POST", DemoConfiguration.ACCOUNTING_3.invoices()},
                        new String[] {"POST", "/Post"})
                .flatMap(write -> Stream.of(
                        Arguments.of(write[0], write[1], Fault.commitThenClose()),
                        Arguments.of(write[0], write[1], Fault.badGateway())));
    }

    @ParameterizedTest
    @MethodSource("every_write_lost_both_ways")
    void one_of_everything_in_the_end(String method, String path, Fault fault) {
        Company company = flow.company();
        long deal = flow.deal(company, ProductRow.of("Насос", "100.50", "2").withVat(22));
        flow.settle();
        var rule = flow.world().base().faults().on(method, path).next(1, fault);

        flow.agree(deal);
        flow.settle();
        assertThat(rule.struck()).isEqualTo(1);
        assertThat(flow.shownNumber(deal)).as("not told before it is certain").isEmpty();
        for (int minutes = 0; minutes < 3 && flow.shownNumber(deal).isEmpty(); minutes++) {
            flow.tenMinutesPass();
        }

        assertThat(flow.counterparties(company))
                .singleElement()
                .satisfies(counterparty -> assertThat(counterparty.path("ГоловнойКонтрагент_Key"))
                        .as("a head office is its own head")
                        .isEqualTo(counterparty.path("Ref_Key")));
        assertThat(flow.invoicesOf(company))
                .singleElement()
                .satisfies(invoice ->
                        assertThat(invoice.path("Posted").asBoolean()).isTrue());
        assertThat(flow.shownNumber(deal)).isNotEmpty();
        assertThat(flow.notes(deal)).hasSize(1);
    }
}
