package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the deal to the documents, as packaged, with Управление торговлей 11 that gives keys of its own. */
class AgreedToDeliveredInTradeIT extends InOneOffice {
    AgreedToDeliveredInTradeIT() {
        super(OneCSettings.of("trade-11").withRefKeyPolicy(RefKeyPolicy.IGNORED).withRecalculation(Duration.ZERO));
    }

    @Test
    void a_new_customer_costs_a_look_a_partner_a_counterparty_and_a_contract_more() {
        Office office = office();
        office.settled(office.flow().company(), office.pump("1"));
        Company company = office.flow().company();
        long deal = office.flow().deal(company, office.pump("1"));
        office.flow().resetCounters();

        office.manager().moveDeal(deal, Office.AGREED);
        office.flow().settle();

        assertThat(office.flow().invoicesOf(company)).hasSize(1);
        assertThat(office.base().requestCount()).isEqualTo(4 + 4);
    }

    @Test
    void the_doctor_finds_the_base_healthy_and_says_what_is_wrong_with_one_that_is_not() {
        Office office = office();
        JsonNode healthy = office.world().admin(Map.of("task", "check-1c", "tenant", "demo"));
        assertThat(healthy.path("findings")).isEmpty();
        assertThat(healthy.path("report").path(0).asText()).contains("исправно");

        var catalogue = office.world().catalogue();
        UUID second = office.accountant()
                .trade()
                .agreement(
                        "Второе",
                        catalogue.currency(),
                        catalogue.terms().priceKind(),
                        catalogue.terms().warehouse());
        JsonNode undecided = office.world().admin(Map.of("task", "check-1c", "tenant", "demo"));
        office.accountant().markForDeletion("Catalog_СоглашенияСКлиентами", second);
        assertThat(undecided.path("findings").path(0).path("code").asText()).isEqualTo("Unready");
        assertThat(undecided.path("findings").path(0).path("advice").asText()).contains("onec.use.agreement");
    }
}
