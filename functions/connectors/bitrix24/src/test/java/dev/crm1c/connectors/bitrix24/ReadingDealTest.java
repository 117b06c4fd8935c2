package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.simulators.bitrix24.DemoPortal;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingDealTest extends AgainstTheSimulator {
    @Test
    @DisplayName("bitrix24.md §4.5: a deal with its rows, company, requisites and accounts is one request")
    void a_whole_deal_is_read_in_one_request() {
        DemoPortal demo = DemoPortal.fill(salesperson);
        portal.resetCounters();

        Deal deal = read(demo.deal());

        assertThat(portal.requestCount()).isEqualTo(1);
        assertThat(deal.stage()).isEqualTo(new StageRef("0", "NEW"));
        assertThat(deal.currency()).isEqualTo("RUB");
        assertThat(deal.buyer())
                .isEqualTo(new Buyer.CompanyWithRequisites(
                        new CrmRef(CrmKind.COMPANY, Long.toString(demo.company())),
                        "5001000027",
                        "502401001",
                        "1157800000027",
                        "ООО «Северный ветер»",
                        "Общество с ограниченной ответственностью «Северный ветер»",
                        new Reach(List.of(), List.of()),
                        List.of(new Buyer.Account("044525225", "40702810200000000001"))));
        assertThat(deal.lines()).extracting(DealLine::number).containsExactly(1, 2, 3);
        assertThat(deal.lines().get(0))
                .isEqualTo(new DealLine(
                        1,
                        new DealLine.Product.FromCatalogue("101", DealLine.Sort.GOODS),
                        "Кресло офисное «Норд»",
                        new BigDecimal("4"),
                        new DealLine.Price.Amount(new BigDecimal("12990.5")),
                        new DealLine.PriceBefore.Same(),
                        new DealLine.TaxRate.Percent(new BigDecimal("22")),
                        "796"));
        assertThat(deal.lines().get(1).before())
                .isEqualTo(new DealLine.PriceBefore.Higher(new BigDecimal("50989.26"), new BigDecimal("10.00")));
        assertThat(deal.lines().get(2).taxRate()).isEqualTo(new DealLine.TaxRate.None());
        assertThat(deal.lines().get(2).product())
                .isEqualTo(new DealLine.Product.FromCatalogue("103", DealLine.Sort.SERVICE));
    }

    @Test
    @DisplayName("bitrix24.md §4.5: companyId 0 stops the chain, and what came before it is enough to say so")
    void a_deal_without_a_company_has_no_buyer() {
        long deal = salesperson.deal("Без компании", 0);
        salesperson.rows(deal, List.of(ProductRow.of("Товар", "10", "1")));

        assertThat(read(deal).buyer()).isEqualTo(new Buyer.Nobody());
        assertThat(read(deal).lines()).hasSize(1);
    }

    @Test
    void a_company_without_requisites_is_only_a_company() {
        long company = salesperson.company("Без реквизитов");
        long deal = salesperson.deal("Сделка", company);

        assertThat(read(deal).buyer())
                .isEqualTo(new Buyer.CompanyOnly(new CrmRef(CrmKind.COMPANY, Long.toString(company))));
        assertThat(read(deal).lines()).isEmpty();
    }

    @Test
    @DisplayName("bitrix24.md §5.6: the deal's own choice of requisites, else the first by SORT and ID")
    void the_chosen_requisites_win() {
        long company = salesperson.company("Два набора");
        long first = salesperson.requisite(company, "5001000027", "502401001", "Первые", "", "");
        long second = salesperson.requisite(company, "7802000030", "780201001", "Вторые", "", "");
        long deal = salesperson.deal("Сделка", company);

        assertThat(inn(deal)).isEqualTo("5001000027");
        salesperson.chooseRequisites(deal, second, 0, 0, 0);
        assertThat(inn(deal)).isEqualTo("7802000030");
        assertThat(first).isLessThan(second);
    }

    private String inn(long deal) {
        return ((Buyer.CompanyWithRequisites) read(deal).buyer()).inn();
    }

    @Test
    @DisplayName("bitrix24.md §4.6: pages are 50 rows, and none is lost")
    void a_deal_of_many_rows_is_read_to_the_end() {
        long deal = salesperson.deal("Много строк", salesperson.company("Компания"));
        var rows = new ArrayList<ProductRow>();
        for (int i = 1; i <= 120; i++) {
            rows.add(ProductRow.of("Строка " + i, "10", "1").withSort(i));
        }
        salesperson.rows(deal, rows);
        portal.resetCounters();

        assertThat(read(deal).lines())
                .extracting(DealLine::name)
                .containsExactlyElementsOf(Stream.iterate(1, i -> i + 1)
                        .limit(120)
                        .map(i -> "Строка " + i)
                        .toList());
        assertThat(portal.requestCount()).isEqualTo(3);
    }

    @Test
    void a_deal_that_is_not_there_is_gone() {
        assertThat(got(crm.readDeal(tenant(), ref(404)))).isEqualTo(new DealReading.Gone());
    }

    @Test
    void the_company_of_a_requisite_is_found_and_a_persons_is_not() {
        long company = salesperson.company("Компания");
        long requisite = salesperson.requisite(company, "5001000027", "502401001", "Компания", "", "");

        assertThat(got(crm.companyOf(tenant(), new CrmRef(CrmKind.REQUISITE, Long.toString(requisite)))))
                .contains(new CrmRef(CrmKind.COMPANY, Long.toString(company)));
        assertThat(got(crm.companyOf(tenant(), new CrmRef(CrmKind.REQUISITE, "404"))))
                .isEqualTo(Optional.empty());
    }
}
