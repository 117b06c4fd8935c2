package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Buyer.Account;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.SellerInDeal;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Entry;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is read and told when a portal does as little as it may. */
@QuarkusTest
class HostilePortalDealTest {
    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "5");

    @Inject
    Crm crm;

    private StubPortal portal;

    /** Filters are not understood, so every list answers with all that there is, and what is another's comes first. */
    @BeforeEach
    void aPortalThatAnswersEveryListWithEverything() {
        portal = StubPortal.start()
                .on(
                        "crm.item.get",
                        parameters -> StubPortal.json(
                                parameters.path("entityTypeId").asText().equals("2")
                                        ? deal("\"companyId\": 7, \"contactId\": 8")
                                        : "{\"item\": {\"id\": 7, \"title\": \"Север\"}}"))
                .on("crm.item.productrow.list", "{\"productRows\": []}")
                .on("crm.item.list", """
                        {"items": [{"id": 1, "lastName": "Чужой"}, {"id": 8, "lastName": "Иванов", "name": null, "fm": []}]}""")
                .on("crm.requisite.link.list", """
                        [{"ENTITY_TYPE_ID": "31", "ENTITY_ID": "5", "REQUISITE_ID": "98", "BANK_DETAIL_ID": "9", "MC_REQUISITE_ID": "98"},
                         {"ENTITY_TYPE_ID": "2", "ENTITY_ID": "5", "REQUISITE_ID": "0", "BANK_DETAIL_ID": "0", "MC_REQUISITE_ID": "90"}]""")
                .on("crm.requisite.list", """
                        [{"ID": "98", "ENTITY_TYPE_ID": "4", "ENTITY_ID": "1", "RQ_INN": "1"},
                         {"ID": "99", "ENTITY_TYPE_ID": "3", "ENTITY_ID": "7", "RQ_INN": "2"},
                         {"ID": "70", "ENTITY_TYPE_ID": "4", "ENTITY_ID": "7", "RQ_INN": "7"}]""")
                .on("crm.requisite.bankdetail.list", """
                        [{"ID": "9", "ENTITY_ID": "98", "RQ_BIK": "1", "RQ_ACC_NUM": "1"},
                         {"ID": "10", "ENTITY_ID": "70", "RQ_BIK": null, "RQ_ACC_NUM": ""},
                         {"ID": "11", "ENTITY_ID": "70", "RQ_BIK": "7", "RQ_ACC_NUM": "7"}]""");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private static String deal(String fields) {
        return "{\"item\": {\"id\": 5, \"stageId\": \"NEW\", \"currencyId\": \"RUB\", " + fields + "}}";
    }

    private void dealOf(String fields) {
        portal.on("crm.item.get", parameters -> {
            if (!parameters.path("entityTypeId").asText().equals("2")) {
                throw new StubPortal.Refusal("NOT_FOUND", "Элемент не найден");
            }
            return StubPortal.json(deal(fields));
        });
    }

    private Tenant asksForSellers() {
        return AgainstTheSimulator.with(portal.tenant(), AgainstTheSimulator::sellersNamedByDeals);
    }

    private Deal read(Tenant tenant) {
        return ((DealReading.Present) AgainstTheSimulator.got(crm.readDeal(tenant, DEAL))).deal();
    }

    @Test
    @DisplayName(
            "bitrix24.md §4.5: an answer to a nonsense filter is everybody's, and only what is the deal's is taken")
    void nothing_of_another_is_taken_for_the_deals() {
        assertThat(read(portal.tenant()).buyer()).isInstanceOfSatisfying(Buyer.CompanyWithRequisites.class, buyer -> {
            assertThat(buyer.inn()).isEqualTo("7");
            assertThat(buyer.accounts()).containsExactly(new Account("7", "7"));
        });
        assertThat(portal.requests()).isEqualTo(1);
    }

    @Test
    void a_seller_that_is_named_and_not_to_be_seen_is_nobody_we_know() {
        assertThat(read(asksForSellers()).head().seller()).isEqualTo(new SellerInDeal.Named("", ""));
    }

    @Test
    void nobody_asks_for_the_seller_unless_a_company_goes_by_the_deal() {
        read(portal.tenant());
        int without = portal.calls("crm.requisite.list").size();
        read(asksForSellers());

        assertThat(portal.calls("crm.requisite.list").size() - without).isEqualTo(without + 1);
    }

    @Test
    void the_contact_is_the_one_that_the_deal_names() {
        dealOf("\"companyId\": 0, \"contactId\": 8");

        assertThat(read(portal.tenant()).buyer()).isInstanceOfSatisfying(Buyer.Person.class, person -> {
            assertThat(person.contact().id()).isEqualTo("8");
            assertThat(person.lastName()).isEqualTo("Иванов");
            assertThat(person.firstName()).isEmpty();
        });
    }

    @Test
    void a_contact_that_is_kept_from_us_is_not_taken_for_none() {
        dealOf("\"companyId\": null, \"contactId\": 404");

        assertThat(AgainstTheSimulator.stopped(crm.readDeal(portal.tenant(), DEAL)))
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.why()).isEqualTo(Delay.CRM_ACCESS_REFUSED));
    }

    @Test
    void a_company_that_is_gone_is_nobody_whoever_speaks_for_it() {
        dealOf("\"companyId\": 7, \"contactId\": 8");

        assertThat(read(portal.tenant()).buyer()).isEqualTo(new Buyer.Nobody());
    }

    @Test
    void a_deal_that_is_not_seen_whole_is_not_judged() {
        portal.refuses("crm.requisite.list", "", "Access denied.");

        assertThat(AgainstTheSimulator.stopped(crm.readDeal(portal.tenant(), DEAL)))
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.why()).isEqualTo(Delay.CRM_ACCESS_REFUSED));
    }

    private static Telling outdated(String... ids) {
        return new Telling(
                List.of(new Entry(NoteSlot.STATUS, "Счёт", new NotePlace.New())),
                List.of(ids),
                Map.of(),
                new StageMove.Stay());
    }

    @Test
    @DisplayName("a portal whose comments cannot be taken away gets a short word in the place of an outdated one")
    void what_is_not_taken_away_says_that_there_is_nothing_to_say() {
        portal.on("crm.timeline.comment.add", "77").on("crm.timeline.comment.update", "33");

        assertThat(AgainstTheSimulator.got(crm.tell(portal.tenant(), DEAL, outdated("33")))
                        .entries())
                .isEqualTo(Map.of(NoteSlot.STATUS, "77"));

        assertThat(portal.calls("crm.timeline.comment.update")).singleElement().satisfies(call -> {
            assertThat(call.text("/id")).isEqualTo("33");
            assertThat(call.text("/fields/COMMENT")).isEqualTo("Замечаний нет.");
        });
        assertThat(portal.calls("crm.timeline.comment.add")).hasSize(1);
    }

    @Test
    @DisplayName("crm.timeline.comment.delete answers null, and names the deal that the comment is taken from")
    void taking_away_is_answered_with_nothing() {
        portal.on("crm.timeline.comment.add", "77").on("crm.timeline.comment.delete", "null");

        AgainstTheSimulator.got(crm.tell(portal.tenant(), DEAL, outdated("33")));

        assertThat(portal.calls("crm.timeline.comment.delete")).singleElement().satisfies(call -> {
            assertThat(call.text("/ownerTypeId")).isEqualTo("2");
            assertThat(call.text("/ownerId")).isEqualTo("5");
        });
        assertThat(portal.requests()).isEqualTo(1);
    }

    @Test
    void an_entry_without_a_number_was_not_written() {
        portal.on("crm.timeline.comment.add", "false");

        assertThat(AgainstTheSimulator.stopped(crm.tell(portal.tenant(), DEAL, outdated())))
                .isInstanceOf(Outcome.Later.class);
    }

    @Test
    void a_question_that_a_portal_refuses_and_a_sale_can_do_without_is_left_out() {
        for (String method : List.of("crm.requisite.bankdetail.list", "crm.item.list", "crm.requisite.link.list")) {
            portal.refuses(method, "ERROR_METHOD_NOT_FOUND", "Method not found!");
        }

        assertThat(read(portal.tenant()).buyer()).isInstanceOfSatisfying(Buyer.CompanyWithRequisites.class, company -> {
            assertThat(company.inn()).isEqualTo("7");
            assertThat(company.accounts()).isEmpty();
        });
        assertThat(portal.requests())
                .as("one more for each method that is lacking")
                .isEqualTo(4);
    }
}
