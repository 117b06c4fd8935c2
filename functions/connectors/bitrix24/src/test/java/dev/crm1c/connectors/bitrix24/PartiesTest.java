package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.party.CompanyCard;
import dev.crm1c.model.party.CompanyCard.Account;
import dev.crm1c.model.party.CompanyCard.Address;
import dev.crm1c.model.party.ContactCard;
import dev.crm1c.model.party.Origin;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.port.CrmParties;
import dev.crm1c.model.port.CrmParties.Put;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartiesTest extends AgainstTheSimulator {
    private static final Origin ORIGIN = new Origin("1c:demo", "5e4641fd-1dd9-11e6-b2f2-005056c00008");
    private static final Reach REACH = new Reach(List.of("8 (495) 123-45-67"), List.of("Buh@Sever.example"));
    private static final LegalIdentity NORTH =
            new LegalIdentity.Organization(new Inn("5001000027"), new Kpp("502401001"));

    @Inject
    CrmParties parties;

    @Inject
    Bitrix24Client client;

    private static CompanyCard card(Origin origin, String street) {
        return new CompanyCard(
                origin,
                NORTH,
                "ООО «Север»",
                "Общество с ограниченной ответственностью «Север»",
                "1157800000027",
                List.of(new Account("40702810400000000001", "044525225", "30101810400000000225", "ПАО Сбербанк")),
                List.of(new Address(Address.Kind.LEGAL, "141401", "Московская обл", "Химки", street)),
                REACH);
    }

    private Put company(CompanyCard card) {
        return got(parties.company(tenant(), card));
    }

    private List<JsonNode> listed(String method) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("entityTypeId", 4);
        all.putArray("select").add("*");
        JsonNode result = got(client.call(tenant(), method, all));
        return (result.has("items") ? result.path("items") : result)
                .valueStream()
                .toList();
    }

    private JsonNode item(int type, String id) {
        ObjectNode asked =
                JsonNodeFactory.instance.objectNode().put("entityTypeId", type).put("id", id);
        return got(client.call(tenant(), "crm.item.get", asked)).path("item");
    }

    @Test
    @DisplayName(
            "bitrix24.md §5.6, §6.2: a company with its registration, account and address, each marked with its origin")
    void a_new_company_comes_with_everything() {
        Put put = company(card(ORIGIN, "ул. Ленина, 1"));

        assertThat(put.written()).isEqualTo(Written.SOMETHING);
        JsonNode item = item(4, put.party().id());
        assertThat(item.path("title").asText()).isEqualTo("ООО «Север»");
        assertThat(item.path("originId").asText()).isEqualTo(ORIGIN.id());
        assertThat(listed("crm.requisite.list")).singleElement().satisfies(row -> {
            assertThat(row.path("ENTITY_ID").asText()).isEqualTo(put.party().id());
            assertThat(row.path("PRESET_ID").asText()).isEqualTo("1");
            assertThat(row.path("XML_ID").asText()).isEqualTo(ORIGIN.id());
            assertThat(row.path("RQ_KPP").asText()).isEqualTo("502401001");
            assertThat(row.path("RQ_OGRN").asText()).isEqualTo("1157800000027");
        });
        assertThat(listed("crm.requisite.bankdetail.list"))
                .extracting(row -> row.path("RQ_ACC_NUM").asText())
                .containsExactly("40702810400000000001");
        assertThat(listed("crm.address.list")).singleElement().satisfies(row -> {
            assertThat(row.path("TYPE_ID").asText()).isEqualTo("6");
            assertThat(row.path("ADDRESS_1").asText()).isEqualTo("ул. Ленина, 1");
        });
    }

    @Test
    void an_equal_company_is_read_and_not_written() {
        Put first = company(card(ORIGIN, "ул. Ленина, 1"));

        assertThat(company(card(ORIGIN, "ул. Ленина, 1"))).isEqualTo(new Put(first.party(), Written.NOTHING));
    }

    @Test
    @DisplayName("bitrix24.md §5.6: an address is one of its kind; a second one of it is refused, so it is changed")
    void a_new_address_takes_the_place_of_the_old_one() {
        company(card(ORIGIN, "ул. Ленина, 1"));

        assertThat(company(card(ORIGIN, "ул. Мира, 2")).written()).isEqualTo(Written.SOMETHING);

        assertThat(listed("crm.address.list"))
                .extracting(row -> row.path("ADDRESS_1").asText())
                .containsExactly("ул. Мира, 2");
    }

    @Test
    @DisplayName("bitrix24.md §6.2: by ИНН and КПП when there is no origin; what people called it stays")
    void a_company_that_people_made_is_recognised() {
        long present = salesperson.company("Северяне");
        salesperson.requisite(present, "5001000027", "502401001", "Север", "", "");
        long branch = salesperson.company("Филиал");
        salesperson.requisite(branch, "5001000027", "502402002", "Север, филиал", "", "");

        Put put = company(card(ORIGIN, "ул. Ленина, 1"));

        assertThat(put.party()).isEqualTo(new CrmRef(CrmKind.COMPANY, Long.toString(present)));
        assertThat(item(4, put.party().id()).path("title").asText()).isEqualTo("Северяне");
        assertThat(item(4, put.party().id()).path("originId").asText()).isEqualTo(ORIGIN.id());
        assertThat(listed("crm.requisite.list")).hasSize(2);
    }

    @Test
    @DisplayName("bitrix24.md §5.5: a row without an id is always added, so an equal phone is not sent again")
    void an_equal_phone_is_not_added_again() {
        Put put = company(card(ORIGIN, "ул. Ленина, 1"));
        var written = new CompanyCard(
                ORIGIN,
                NORTH,
                "ООО «Север»",
                "",
                "",
                List.of(),
                List.of(),
                new Reach(List.of("+7 495 123 45 67", "+74959999999"), List.of("buh@sever.example")));

        company(written);
        company(written);

        assertThat(item(4, put.party().id()).path("fm"))
                .extracting(row -> row.path("value").asText())
                .containsExactlyInAnyOrder("8 (495) 123-45-67", "Buh@Sever.example", "+74959999999");
    }

    @Test
    @DisplayName("bitrix24.md §0.8: after a lost answer it is found by its origin")
    void a_lost_answer_makes_no_second_company() {
        portal.faults().on("crm.item.add").next(1, Fault.committedThenLost());
        stopped(parties.company(tenant(), card(ORIGIN, "ул. Ленина, 1")));
        portal.faults().on("crm.requisite.add").next(1, Fault.committedThenLost());
        stopped(parties.company(tenant(), card(ORIGIN, "ул. Ленина, 1")));

        company(card(ORIGIN, "ул. Ленина, 1"));

        assertThat(listed("crm.item.list")).hasSize(1);
        assertThat(listed("crm.requisite.list")).hasSize(1);
    }

    @Test
    void a_sole_trader_gets_the_form_of_sole_traders() {
        var identity = new LegalIdentity.SoleTrader(new Inn("500100732259"));

        company(new CompanyCard(
                ORIGIN, identity, "ИП Иванов", "Иванов Иван", "304500116000157", List.of(), List.of(), REACH));

        assertThat(listed("crm.requisite.list")).singleElement().satisfies(row -> {
            assertThat(row.path("PRESET_ID").asText()).isEqualTo("2");
            assertThat(row.path("RQ_OGRNIP").asText()).isEqualTo("304500116000157");
            assertThat(row.path("RQ_NAME").asText()).isEqualTo("Иванов Иван");
        });
    }

    private Put contact(String id, CrmRef company, Reach reach) {
        return got(parties.contact(
                tenant(), new ContactCard(new Origin("1c:demo", id), company, "Иванова", "Анна", "", reach)));
    }

    @Test
    @DisplayName("bitrix24.md §5.5, §6.2: people by origin, then by mail and phone")
    void a_person_is_made_once() {
        CrmRef company = company(card(ORIGIN, "ул. Ленина, 1")).party();
        Put first = contact("a", company, REACH);

        assertThat(contact("a", company, REACH)).isEqualTo(new Put(first.party(), Written.NOTHING));
        assertThat(item(3, first.party().id()).path("lastName").asText()).isEqualTo("Иванова");
        assertThat(item(3, first.party().id()).path("companyId").asText()).isEqualTo(company.id());
    }

    @Test
    void a_phone_that_somebody_of_another_card_has_makes_nobody_the_same() {
        CrmRef company = company(card(ORIGIN, "ул. Ленина, 1")).party();
        Put first = contact("a", company, REACH);

        assertThat(contact("b", company, REACH).party()).isNotEqualTo(first.party());
    }

    @Test
    void a_person_whom_people_entered_is_recognised_by_mail() {
        long company = salesperson.company("Север");
        long present = salesperson.contact("Анна", "Иванова", company);
        ObjectNode update =
                JsonNodeFactory.instance.objectNode().put("entityTypeId", 3).put("id", present);
        update.putObject("fields")
                .putObject("fm")
                .putObject("n0")
                .put("typeId", "EMAIL")
                .put("valueType", "WORK")
                .put("value", "Buh@Sever.example");
        got(client.call(tenant(), "crm.item.update", update));

        assertThat(contact("a", new CrmRef(CrmKind.COMPANY, Long.toString(company)), REACH)
                        .party()
                        .id())
                .isEqualTo(Long.toString(present));
    }
}
