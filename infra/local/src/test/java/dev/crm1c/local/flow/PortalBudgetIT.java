package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More deals at once than the portal takes requests, and two workers on it (bitrix24.md §4.3). */
class PortalBudgetIT {
    private static final int DEALS = 25;

    @Test
    void the_portal_refuses_nothing_and_what_does_not_fit_waits_in_the_table() throws IOException {
        try (Flow flow = Flow.startStrict(RefKeyPolicy.HONOURED)) {
            Company company = flow.company();
            List<Long> deals = IntStream.range(0, DEALS)
                    .mapToObj(i -> flow.deal(
                            company, ProductRow.of("Насос", "100", "1").withVat(22)))
                    .toList();
            deals.forEach(flow::agree);
            flow.settle();

            assertThat(flow.world().portal().refusedCount()).isZero();
            assertThat(flow.logs()).contains("CRM_BUDGET_SPENT").doesNotContain("CRM_LIMIT_REACHED");
            assertThat(flow.invoicesOf(company)).hasSizeLessThan(DEALS);
        }
    }
}
