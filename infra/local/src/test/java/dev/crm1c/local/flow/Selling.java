package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several own companies, each with its deals, its account and its contracts. */
interface Selling {
    Office office();

    @Test
    default void the_pipeline_or_the_deal_itself_says_who_sells_and_without_a_rule_people_are_asked() {
        Office office = office();
        Flow flow = office.flow();
        Company company = flow.company();
        Company stranger = flow.company();
        long byPipeline = dealIn(RichTenant.SECOND_PIPELINE, company);
        long again = dealIn(RichTenant.SECOND_PIPELINE, company);
        long byDeal = flow.deal(company, office.pump("1"));
        office.manager().sellAs(byDeal, office.secondRequisite());
        long nobodys = dealIn(RichTenant.NOBODYS_PIPELINE, stranger);

        office.manager().moveDeal(byPipeline, "C9:EXECUTING");
        flow.settle();
        office.manager().moveDeal(again, "C9:EXECUTING");
        office.manager().moveDeal(byDeal, Office.AGREED);
        office.manager().moveDeal(nobodys, "C10:EXECUTING");
        flow.settle();

        assertThat(flow.invoicesOf(company)).hasSize(3).allSatisfy(invoice -> {
            assertThat(invoice.path("Организация_Key").asText())
                    .isEqualTo(office.secondOrganization().toString());
            assertThat(accountOf(invoice)).isEqualTo(Office.SECOND_ACCOUNT);
        });
        if (office.hasOrders()) {
            String south = office.base().all("Catalog_Склады").stream()
                    .filter(one -> one.path("Description").asText().equals("Южный склад"))
                    .map(one -> one.path("Ref_Key").asText())
                    .findFirst()
                    .orElseThrow();
            assertThat(flow.ordersOf(company))
                    .allSatisfy(order ->
                            assertThat(order.path("Склад_Key").asText()).isEqualTo(south));
        }
        int year = LocalDate.now(ZoneId.of("Europe/Moscow")).getYear();
        assertThat(contractsOf(company))
                .as("one for the year; where no rule names another, it will do as well")
                .containsExactly("Договор поставки " + year);
        assertThat(flow.invoicesOf(stranger)).isEmpty();
        assertThat(flow.counterparties(stranger)).isEmpty();
        assertThat(flow.notes(nobodys)).singleElement().asString().contains("какая из ваших организаций продаёт");
    }

    private long dealIn(int pipeline, Company company) {
        long deal = office().manager().deal("Сделка", company.id(), pipeline, "C" + pipeline + ":NEW");
        office().manager().rows(deal, List.of(office().pump("1")));
        return deal;
    }

    private String accountOf(JsonNode invoice) {
        String set = office().hasOrders() ? "Catalog_БанковскиеСчетаОрганизаций" : "Catalog_БанковскиеСчета";
        String field = office().hasOrders() ? "БанковскийСчет_Key" : "СтруктурнаяЕдиница_Key";
        return office().base().all(set).stream()
                .filter(account -> account.path("Ref_Key").equals(invoice.path(field)))
                .map(account -> account.path("НомерСчета").asText())
                .findFirst()
                .orElse("");
    }

    private List<String> contractsOf(Company company) {
        String owner = office().hasOrders() ? "Контрагент_Key" : "Owner_Key";
        JsonNode counterparty = office().flow().counterparties(company).getFirst();
        return office().base().all("Catalog_ДоговорыКонтрагентов").stream()
                .filter(contract -> contract.path(owner).equals(counterparty.path("Ref_Key")))
                .map(contract -> contract.path("Description").asText())
                .toList();
    }
}
