package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.onec.faults.Fault;
import dev.crm1c.simulators.onec.faults.FaultRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes whose answers are lost: where the base gives keys of its own only looking first keeps things single. */
interface Losing {
    int PATIENCE_IN_TENS_OF_MINUTES = 20;

    Office office();

    /** One of two deals loses each write after its effect, the other one before it. */
    @Test
    default void every_write_is_lost_both_ways_and_there_is_one_of_everything_in_the_end() {
        Office office = office();
        Flow flow = office.flow();
        List<Company> companies = List.of(flow.company(), flow.company());
        List<Long> deals = companies.stream()
                .map(company -> flow.deal(company, office.pump("2")))
                .toList();
        flow.settle();
        List<FaultRule> rules = new ArrayList<>();
        for (String[] write : writes()) {
            var occasion = office.base().faults().on(write[0], write[1]);
            rules.add(occasion.next(1, Fault.commitThenClose()));
            rules.add(occasion.next(1, Fault.badGateway()));
        }

        deals.forEach(deal -> office.manager().moveDeal(deal, Office.AGREED));
        flow.settle();
        assertThat(deals)
                .as("not told before it is certain")
                .allSatisfy(deal -> assertThat(flow.shownNumber(deal)).isEmpty());
        for (int tens = 0; tens < PATIENCE_IN_TENS_OF_MINUTES && !allShown(deals); tens++) {
            flow.tenMinutesPass();
        }

        assertThat(rules).allSatisfy(rule -> assertThat(rule.struck()).isEqualTo(1));
        assertThat(deals).allSatisfy(deal -> {
            assertThat(flow.shownNumber(deal)).isNotEmpty();
            assertThat(flow.notes(deal)).hasSize(office.hasOrders() ? 2 : 1);
        });
        assertThat(companies).allSatisfy(company -> {
            assertThat(flow.counterparties(company))
                    .singleElement()
                    .satisfies(counterparty -> assertThat(counterparty.path("ГоловнойКонтрагент_Key"))
                            .as("a head office is its own head in Бухгалтерия, and has none elsewhere")
                            .matches(head -> office.hasOrders() || head.equals(counterparty.path("Ref_Key"))));
            assertThat(flow.ordersOf(company)).singleElement().matches(Office::posted);
            assertThat(flow.invoicesOf(company)).singleElement().matches(Office::posted);
        });
        if (office.hasOrders()) {
            List<String> partners = companies.stream()
                    .map(company -> flow.counterparties(company).getFirst())
                    .map(counterparty -> counterparty.path("Description").asText())
                    .toList();
            assertThat(office.base().all("Catalog_Партнеры"))
                    .filteredOn(partner ->
                            partners.contains(partner.path("Description").asText()))
                    .hasSize(2);
        }
    }

    private List<String[]> writes() {
        List<String[]> writes = new ArrayList<>();
        if (office().hasOrders()) {
            writes.add(new String[] {"POST", "Catalog_Партнеры"});
        } else {
            writes.add(new String[] {"PATCH", Flow.COUNTERPARTIES});
        }
        writes.add(new String[] {"POST", Flow.COUNTERPARTIES});
        writes.add(new String[] {"POST", "Catalog_ДоговорыКонтрагентов"});
        for (String set : List.of(
                office().configuration().sales(), office().configuration().invoices())) {
            if (writes.stream().noneMatch(write -> write[1].equals(set))) {
                writes.add(new String[] {"POST", set});
                writes.add(new String[] {"PATCH", set});
            }
        }
        return writes;
    }

    private boolean allShown(List<Long> deals) {
        return deals.stream()
                .noneMatch(deal -> office().flow().shownNumber(deal).isEmpty());
    }
}
