package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Buyer.Account;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.SellerInDeal;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Entry;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who buys and who sells, as one batch finds it out. */
@QuarkusTest
class ReadingPartiesOfDealTest extends AgainstTheSimulator {
    private static final String INN = "5001000027";

    @Inject
    Bitrix24Client client;

    private Tenant asksForSellers() {
        return with(tenant(), AgainstTheSimulator::sellersNamedByDeals);
    }

    private long company() {
        long company = salesperson.company("ООО «Север»");
        JsonNode phones = StubPortal.json("""
                {"entityTypeId": 4, "id": %d, "fields": {"fm": {
                  "n0": {"typeId": "PHONE", "valueType": "WORK", "value": "8 (495) 123-45-67"},
                  "n1": {"typeId": "EMAIL", "valueType": "WORK", "value": "buh@sever.example"}}}}
                """.formatted(company));
        got(client.call(tenant(), "crm.item.update", phones.deepCopy()));
        return company;
    }

    private long registered(long company, String inn) {
        return salesperson.requisite(company, inn, "502401001", "ООО «Север»", "", "1157800000027");
    }

    private Buyer.CompanyWithRequisites companyOf(Deal deal) {
        assertThat(deal.buyer()).isInstanceOf(Buyer.CompanyWithRequisites.class);
        return (Buyer.CompanyWithRequisites) deal.buyer();
    }

    @Test
    @DisplayName(
            "issue 5: a deal of ten rows, with accounts, phones and the seller that it names, is read in one request and told in one")
    void a_deal_of_ten_rows_is_two_requests_in_all() {
        long company = company();
        long requisite = registered(company, INN);
        salesperson.bankDetail(requisite, "044525225", "40702810200000000001", "Сбербанк", "");
        long seller = salesperson.requisite(salesperson.myCompany("Мы"), "7700000016", "773601001", "ООО «Мы»", "", "");
        long deal = salesperson.deal("Сделка", company);
        salesperson.rows(
                deal,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> ProductRow.of("Строка " + i, "10", "1").withSort(i))
                        .toList());
        salesperson.sellAs(deal, seller);
        portal.resetCounters();

        Deal read = read(asksForSellers(), deal);

        assertThat(portal.requestCount()).isEqualTo(1);
        assertThat(read.lines()).hasSize(10);
        assertThat(companyOf(read).reach())
                .isEqualTo(new Reach(List.of("8 (495) 123-45-67"), List.of("buh@sever.example")));
        assertThat(companyOf(read).accounts()).containsExactly(new Account("044525225", "40702810200000000001"));
        assertThat(read.head().seller()).isEqualTo(new SellerInDeal.Named("7700000016", "773601001"));

        portal.resetCounters();
        got(crm.tell(
                asksForSellers(),
                ref(deal),
                new Telling(
                        List.of(
                                new Entry(NoteSlot.of(OneCKind.ORDER), "Заказ", new NotePlace.New()),
                                new Entry(NoteSlot.of(OneCKind.INVOICE), "Счёт", new NotePlace.New())),
                        List.of(),
                        Map.of(DealField.INVOICE_NUMBER, "00БП-000001"),
                        new StageMove.To("PREPARATION"))));
        assertThat(portal.requestCount()).isEqualTo(1);
    }

    @Test
    void the_seller_is_nobodys_business_where_no_company_goes_by_the_deal() {
        long seller = salesperson.requisite(salesperson.myCompany("Мы"), "7700000016", "773601001", "", "", "");
        long deal = salesperson.deal("Сделка", company());
        salesperson.sellAs(deal, seller);

        assertThat(read(deal).head().seller()).isEqualTo(new SellerInDeal.NotNamed());
        assertThat(read(asksForSellers(), salesperson.deal("Другая", 0)).head().seller())
                .isEqualTo(new SellerInDeal.NotNamed());
    }

    @Test
    void the_account_that_the_deal_names_is_the_only_one() {
        long company = company();
        long requisite = registered(company, INN);
        salesperson.bankDetail(requisite, "044525225", "1", "Первый", "");
        long second = salesperson.bankDetail(requisite, "044525225", "2", "Второй", "");
        salesperson.bankDetail(registered(company(), "7802000030"), "044525225", "9", "Чужой", "");
        long deal = salesperson.deal("Сделка", company);

        assertThat(companyOf(read(deal)).accounts()).extracting(Account::number).containsExactly("1", "2");
        salesperson.chooseRequisites(deal, requisite, second, 0, 0);
        assertThat(companyOf(read(deal)).accounts()).extracting(Account::number).containsExactly("2");
    }

    @Test
    @DisplayName("bitrix24.md §5.6: a requisite that only keeps an address is in no card, and is nobody's legal data")
    void a_mere_address_is_not_taken_for_requisites() {
        long company = company();
        long address = salesperson.requisite(company, Map.of("ADDRESS_ONLY", "Y"));
        long deal = salesperson.deal("Сделка", company);
        assertThat(read(deal).buyer()).isInstanceOf(Buyer.CompanyOnly.class);

        registered(company, INN);

        assertThat(companyOf(read(deal)).inn()).isEqualTo(INN);
        salesperson.chooseRequisites(deal, address, 0, 0, 0);
        assertThat(companyOf(read(deal)).inn()).isEqualTo(INN);
    }

    @Test
    @DisplayName("bitrix24.md §5.6: the portal's form for sole traders has the name in three parts")
    void a_sole_trader_goes_by_his_own_name() {
        long company = salesperson.company("Магазин «Ромашка»");
        salesperson.requisite(
                company,
                Map.of(
                        "RQ_INN", "500100732259",
                        "RQ_LAST_NAME", "Иванов",
                        "RQ_FIRST_NAME", "Пётр",
                        "RQ_SECOND_NAME", "Сергеевич"));

        assertThat(companyOf(read(salesperson.deal("Сделка", company))))
                .extracting(Buyer.CompanyWithRequisites::name, Buyer.CompanyWithRequisites::fullName)
                .containsExactly("Иванов Пётр Сергеевич", "Иванов Пётр Сергеевич");
    }

    @Test
    void accounts_are_those_of_the_requisites_that_the_deal_names() {
        long company = company();
        salesperson.bankDetail(registered(company, INN), "044525225", "1", "Первый", "");
        long chosen = registered(company, "7802000030");
        salesperson.bankDetail(chosen, "044525225", "2", "Второй", "");
        long deal = salesperson.deal("Сделка", company);
        salesperson.chooseRequisites(deal, chosen, 0, 0, 0);

        assertThat(companyOf(read(deal)).accounts()).extracting(Account::number).containsExactly("2");
    }

    @Test
    @DisplayName(
            "bitrix24.md §5.2, §5.5: no company and a contact is a person, with phones, in one request; and somebody sells to him")
    void a_deal_of_a_contact_is_a_persons() {
        long person = salesperson.person("Иванов", "Пётр", "Сергеевич", "+7 900 000-00-01", "ivanov@home.example");
        long deal = salesperson.dealOfPerson("Сделка", person);
        long seller = salesperson.requisite(salesperson.myCompany("Мы"), "7700000016", "773601001", "", "", "");
        salesperson.sellAs(deal, seller);
        portal.resetCounters();

        Deal read = read(asksForSellers(), deal);

        assertThat(portal.requestCount()).isEqualTo(1);
        assertThat(read.buyer())
                .isEqualTo(new Buyer.Person(
                        new CrmRef(CrmKind.CONTACT, Long.toString(person)),
                        "Иванов",
                        "Пётр",
                        "Сергеевич",
                        new Reach(List.of("+7 900 000-00-01"), List.of("ivanov@home.example"))));
        assertThat(read.head().seller()).isEqualTo(new SellerInDeal.Named("7700000016", "773601001"));
    }

    @Test
    void a_deal_with_a_company_and_a_contact_is_the_companys() {
        long company = company();
        registered(company, INN);
        long deal = salesperson.dealOfPerson("Сделка", salesperson.person("Иванов", "Пётр", "", "", ""));
        salesperson.fillDeal(deal, "companyId", Long.toString(company));

        assertThat(companyOf(read(deal)).inn()).isEqualTo(INN);
    }
}
