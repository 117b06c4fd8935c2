package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Replies.delay;
import static dev.crm1c.connectors.bitrix24.Replies.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.crm1c.model.catalogue.CatalogueWords;
import dev.crm1c.model.catalogue.CatalogueWords.Catalogue;
import dev.crm1c.model.catalogue.CatalogueWords.Currency;
import dev.crm1c.model.catalogue.CatalogueWords.Holds;
import dev.crm1c.model.catalogue.CatalogueWords.Measure;
import dev.crm1c.model.catalogue.CatalogueWords.PriceType;
import dev.crm1c.model.catalogue.CatalogueWords.Role;
import dev.crm1c.model.catalogue.VatOption;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.port.CrmDictionaries;
import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.Pipeline.Meaning;
import dev.crm1c.model.portal.Pipeline.Stage;
import dev.crm1c.model.portal.RequisitePreset;
import dev.crm1c.model.portal.RequisitePreset.Kind;
import dev.crm1c.model.portal.Seller;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class Bitrix24DictionariesTest {
    @Inject
    CrmDictionaries dictionaries;

    private StubPortal portal;

    @BeforeEach
    void startPortal() {
        portal = StubPortal.start();
    }

    @AfterEach
    void stopPortal() {
        portal.close();
    }

    @Test
    @DisplayName("bitrix24.md §5.4: the general pipeline's stages are DEAL_STAGE, another one's DEAL_STAGE_{n}")
    void pipelines_of_deals_have_their_stages_in_order() {
        portal.on("crm.category.list", """
                {"categories":[{"id":0,"name":"Общая","isDefault":"Y"},{"id":9,"name":"Опт","isDefault":"N"}]}""");
        portal.on(
                "crm.status.list",
                asked -> StubPortal.json(asked.at("/filter/ENTITY_ID").asText().equals("DEAL_STAGE") ? """
                                [{"ID":"111","STATUS_ID":"WON","NAME":"Успех","SORT":"60","SEMANTICS":"S"},
                                 {"ID":"101","STATUS_ID":"NEW","NAME":"Новая","SORT":"10","SEMANTICS":null}]""" : """
                                [{"ID":"201","STATUS_ID":"C9:LOSE","NAME":"Провал","SORT":"10","SEMANTICS":"F"}]"""));

        assertThat(got(dictionaries.pipelines(portal.tenant(), new Pipeline.Of.Deals())))
                .containsExactly(
                        new Pipeline(
                                "0",
                                "Общая",
                                List.of(
                                        new Stage(new StageRef("0", "NEW"), "Новая", Meaning.IN_PROGRESS),
                                        new Stage(new StageRef("0", "WON"), "Успех", Meaning.SUCCESS))),
                        new Pipeline(
                                "9",
                                "Опт",
                                List.of(new Stage(new StageRef("9", "C9:LOSE"), "Провал", Meaning.FAILURE))));
        assertThat(portal.requests()).isEqualTo(2);
        assertThat(portal.calls("crm.category.list").getFirst().text("/entityTypeId"))
                .isEqualTo("2");
        assertThat(portal.calls("crm.status.list"))
                .extracting(call -> call.text("/filter/ENTITY_ID"))
                .containsExactly("DEAL_STAGE", "DEAL_STAGE_9");
    }

    @Test
    @DisplayName("bitrix24.md §5.4: SMART_INVOICE_STAGE_{cat} and DYNAMIC_{type}_STAGE_{cat}")
    void invoices_and_smart_processes_name_their_stages_otherwise() {
        portal.on("crm.category.list", """
                {"categories":[{"id":3,"name":"Общая"}]}""");
        portal.on("crm.status.list", "[]");

        got(dictionaries.pipelines(portal.tenant(), new Pipeline.Of.Invoices()));
        got(dictionaries.pipelines(portal.tenant(), new Pipeline.Of.SmartProcess(1032)));

        assertThat(portal.calls("crm.category.list"))
                .extracting(call -> call.text("/entityTypeId"))
                .containsExactly("31", "1032");
        assertThat(portal.calls("crm.status.list"))
                .extracting(call -> call.text("/filter/ENTITY_ID"))
                .containsExactly("SMART_INVOICE_STAGE_3", "DYNAMIC_1032_STAGE_3");
    }

    @Test
    @DisplayName("bitrix24.md §5.5: my companies, each with its ИНН and КПП")
    void sellers_come_with_what_they_are_registered_as() {
        portal.on("crm.item.list", """
                {"items":[{"id":7,"title":"ООО «Север»"},{"id":8,"title":"Без реквизитов"}]}""");
        portal.on("crm.requisite.list", """
                [{"ID":"27","ENTITY_ID":"7","RQ_INN":"5001000027","RQ_KPP":"502401001"},
                 {"ID":"28","ENTITY_ID":"7","RQ_INN":"5001000027","RQ_KPP":null}]""");

        assertThat(got(dictionaries.sellers(portal.tenant())))
                .containsExactly(
                        new Seller(
                                new CrmRef(CrmKind.COMPANY, "7"),
                                "ООО «Север»",
                                List.of(
                                        new Seller.Legal(
                                                new CrmRef(CrmKind.REQUISITE, "27"), "5001000027", "502401001"),
                                        new Seller.Legal(new CrmRef(CrmKind.REQUISITE, "28"), "5001000027", ""))),
                        new Seller(new CrmRef(CrmKind.COMPANY, "8"), "Без реквизитов", List.of()));
        assertThat(portal.calls("crm.item.list").getFirst().text("/filter/isMyCompany"))
                .isEqualTo("Y");
    }

    @Test
    void a_portal_without_sellers_is_not_asked_for_their_requisites() {
        portal.on("crm.item.list", """
                {"items":[]}""");

        assertThat(got(dictionaries.sellers(portal.tenant()))).isEmpty();
        assertThat(portal.calls("crm.requisite.list")).isEmpty();
    }

    @Test
    @DisplayName("bitrix24.md §5.6: presets by XML_ID and country, not by id or name")
    void presets_are_told_by_the_vendors_mark() {
        portal.on("crm.requisite.preset.list", """
                [{"ID":"4","NAME":"Переименовано","XML_ID":"#CRM_REQUISITE_PRESET_DEF_RU_COMPANY#","COUNTRY_ID":"1"},
                 {"ID":"5","NAME":"ИП","XML_ID":"#CRM_REQUISITE_PRESET_DEF_RU_INDIVIDUAL#","COUNTRY_ID":"1"},
                 {"ID":"6","NAME":"Физ. лицо","XML_ID":"#CRM_REQUISITE_PRESET_DEF_RU_PERSON#","COUNTRY_ID":"1"},
                 {"ID":"1","NAME":"Организация","XML_ID":null,"COUNTRY_ID":"1"},
                 {"ID":"2","NAME":"Организация","XML_ID":"#CRM_REQUISITE_PRESET_DEF_RU_COMPANY#","COUNTRY_ID":"4"}]""");

        assertThat(got(dictionaries.requisitePresets(portal.tenant())))
                .extracting(RequisitePreset::id, RequisitePreset::kind)
                .containsExactly(
                        tuple("4", Kind.ORGANIZATION),
                        tuple("5", Kind.SOLE_TRADER),
                        tuple("6", Kind.PERSON),
                        tuple("1", Kind.OTHER),
                        tuple("2", Kind.OTHER));
    }

    private void fillCatalogue() {
        portal.on("catalog.catalog.list", """
                {"catalogs":[{"id":23,"iblockId":23,"name":"Товары","productIblockId":null},
                             {"id":24,"iblockId":24,"name":"Предложения","productIblockId":23}]}""");
        portal.on("catalog.measure.list", """
                {"measures":[{"id":5,"code":796,"symbol":"шт"}]}""");
        portal.on("catalog.vat.list", """
                {"vats":[{"id":1,"name":"Без НДС","rate":null},{"id":2,"name":"НДС 0%","rate":0},
                         {"id":7,"name":"НДС 22%","rate":22.00}]}""");
        portal.on("catalog.priceType.list", """
                {"priceTypes":[{"id":1,"name":"BASE","xmlId":"BASE"}]}""");
        portal.on("crm.currency.list", """
                [{"CURRENCY":"RUB","BASE":"Y"},{"CURRENCY":"USD","BASE":"N"}]""");
    }

    @Test
    @DisplayName("bitrix24.md §5.7: \"Без НДС\" has the rate null, which is not the rate 0")
    void the_catalogues_words_are_one_request() {
        fillCatalogue();

        CatalogueWords words = got(dictionaries.catalogueWords(portal.tenant()));

        assertThat(words)
                .isEqualTo(new CatalogueWords(
                        List.of(
                                new Catalogue("23", "Товары", Holds.GOODS),
                                new Catalogue("24", "Предложения", Holds.VARIATIONS)),
                        List.of(new Measure("5", "796", "шт")),
                        List.of(
                                new VatOption("1", "Без НДС", new VatOption.Rate.WithoutVat()),
                                new VatOption("2", "НДС 0%", new VatOption.Rate.Percent(BigDecimal.ZERO)),
                                new VatOption("7", "НДС 22%", new VatOption.Rate.Percent(new BigDecimal("22")))),
                        List.of(new PriceType("1", "BASE", "BASE")),
                        List.of(new Currency("RUB", Role.BASE), new Currency("USD", Role.FURTHER))));
        assertThat(portal.requests()).isEqualTo(1);
    }

    @Test
    @DisplayName("bitrix24.md §4.6: documentation prints dictionaries without their wrapper; both are accepted")
    void a_bare_list_is_a_list() {
        fillCatalogue();
        portal.on("catalog.vat.list", """
                [{"id":7,"name":"НДС 22%","rate":22}]""");

        assertThat(got(dictionaries.catalogueWords(portal.tenant())).vatRates()).hasSize(1);
    }

    @Test
    void an_answer_without_the_list_is_not_an_empty_dictionary() {
        fillCatalogue();
        portal.on("catalog.vat.list", """
                {"something":"else"}""");

        assertThat(delay(dictionaries.catalogueWords(portal.tenant()))).isEqualTo(Delay.CRM_ANSWER_UNCLEAR);
    }

    @Test
    @DisplayName("bitrix24.md §5.7: error 200040300010 is a missing right, not a passing trouble")
    void a_missing_right_to_the_catalogue_is_named() {
        fillCatalogue();
        portal.refuses("catalog.measure.list", "200040300010", "Access Denied");
        assertThat(delay(dictionaries.catalogueWords(portal.tenant()))).isEqualTo(Delay.CRM_ACCESS_REFUSED);

        portal.refuses("crm.category.list", "", "Access denied.");
        assertThat(delay(dictionaries.pipelines(portal.tenant(), new Pipeline.Of.Deals())))
                .isEqualTo(Delay.CRM_ACCESS_REFUSED);
    }
}
