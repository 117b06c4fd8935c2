package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.onec.StandIn.Answer;
import dev.crm1c.connectors.onec.StandIn.Request;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.FreeStock;
import dev.crm1c.model.onec.FreeStock.Place;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Payment;
import dev.crm1c.model.onec.Payment.Way;
import dev.crm1c.model.onec.PriceList;
import dev.crm1c.model.onec.Settlement;
import dev.crm1c.model.port.OneCBooks;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the simulator's bases do not show: analytics in other places, empty resources, what belongs to others, payments by card. */
@QuarkusTest
@DisplayName("onec.md §1.3, §1.5, §2: the books of bases that are kept otherwise")
class BooksOfOtherBasesTest {
    private static final UUID ITEM = new UUID(1, 1);
    private static final UUID OTHER_ITEM = new UUID(1, 2);
    private static final UUID WAREHOUSE = new UUID(2, 1);
    private static final UUID ORGANIZATION = new UUID(3, 1);
    private static final UUID OTHER_ORGANIZATION = new UUID(3, 2);
    private static final UUID RUBLE = new UUID(4, 1);
    private static final UUID DOLLAR = new UUID(4, 2);
    private static final UUID NONE = new UUID(0, 0);
    private static final OneCBase SEEN =
            new OneCBase(Map.of("organization", ORGANIZATION, "currency", RUBLE), Set.of());
    private static final OneCRef BUYER = new OneCRef(OneCKind.COUNTERPARTY, new UUID(5, 1));

    @Inject
    OneCBooks books;

    private StandIn standIn;

    private Tenant tenant(String configuration, Function<Request, Answer> answers) {
        standIn = StandIn.answering(answers);
        return BaseTenants.at(standIn.publication(), configuration, "demo/onec", Tailoring.NONE);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    private static String accounts(int count) {
        var rows = new StringBuilder();
        for (int account = 1; account <= count; account++) {
            rows.append(account == 1 ? "" : ",").append("{\"Ref_Key\":\"" + new UUID(9, account) + "\"}");
        }
        return rows.toString();
    }

    private static String analytic(int place, UUID key, String set) {
        return ",\"ExtDimension" + place + "\":\"" + (set.equals("Undefined") ? "" : key) + "\",\"ExtDimension" + place
                + "_Type\":\"StandardODATA." + set + "\"";
    }

    @Test
    @DisplayName(
            "§2.1: item, batch and warehouse stand where the base's settings put them; without warehouses it lies anywhere")
    void analyticsInOtherPlaces() {
        String inWarehouse = "{\"КоличествоBalance\":10.5" + analytic(1, ITEM, "Catalog_Номенклатура")
                + analytic(2, new UUID(6, 6), "Document_ПоступлениеТоваровУслуг")
                + analytic(3, WAREHOUSE, "Catalog_Склады") + "}";
        String anotherBatch = "{\"КоличествоBalance\":\"2\"" + analytic(1, WAREHOUSE, "Catalog_Склады")
                + analytic(2, ITEM, "Catalog_Номенклатура") + analytic(3, NONE, "Undefined") + "}";
        String anywhere = "{\"КоличествоBalance\":-3" + analytic(1, OTHER_ITEM, "Catalog_Номенклатура")
                + analytic(2, NONE, "Undefined") + analytic(3, NONE, "Undefined") + "}";
        String unnamed = "{\"КоличествоBalance\":null" + analytic(1, NONE, "Undefined") + "}";
        Tenant tenant = tenant(
                "accounting-3",
                request -> Answer.rows(
                        request.path().contains("/ChartOfAccounts_")
                                ? accounts(1)
                                : String.join(",", inWarehouse, anotherBatch, anywhere, unnamed)));

        assertThat(got(books.freeStock(tenant, SEEN)))
                .containsExactlyInAnyOrder(
                        new FreeStock(ITEM, new Place.Warehouse(WAREHOUSE), new BigDecimal("12.5")),
                        new FreeStock(OTHER_ITEM, new Place.Anywhere(), BigDecimal.ZERO));
    }

    @Test
    @DisplayName(
            "§1.1, §1.5: many accounts are asked in calls that each fit into a path, with the organization in the calculation")
    void manyAccounts() {
        Tenant tenant = tenant(
                "accounting-3",
                request -> Answer.rows(request.path().contains("/ChartOfAccounts_") ? accounts(5) : ""));

        assertThat(got(books.freeStock(tenant, SEEN))).isEmpty();
        assertThat(standIn.requests()).hasSize(4);
        assertThat(standIn.requests().subList(1, 4)).allSatisfy(request -> {
            assertThat(request.path()).contains("AccountCondition='(Account_Key eq guid'");
            assertThat(request.path()).contains("Condition='Организация_Key eq guid'" + ORGANIZATION + "''");
            assertThat(request.query()).doesNotContain("$filter");
        });
    }

    @Test
    @DisplayName("a chart without any of the accounts is a base of another kind, and people are told")
    void noAccounts() {
        Tenant tenant = tenant("accounting-3", _ -> Answer.rows(""));

        assertThat(stopped(books.settlement(tenant, SEEN, BUYER)))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.DictionaryEntryMissing("План счетов", "62.01, 62.02")));
    }

    @Test
    @DisplayName("§2.1: what other organizations of the base settle with the same counterparty is theirs")
    void otherOrganizations() {
        Tenant tenant = tenant(
                "accounting-3",
                request -> Answer.rows(
                        request.path().contains("/ChartOfAccounts_")
                                ? accounts(2)
                                : "{\"Организация_Key\":\"" + ORGANIZATION + "\",\"СуммаBalance\":100.1},"
                                        + "{\"Организация_Key\":\"" + ORGANIZATION + "\",\"СуммаBalance\":-30.05},"
                                        + "{\"Организация_Key\":\"" + ORGANIZATION + "\",\"СуммаBalance\":null},"
                                        + "{\"Организация_Key\":\"" + OTHER_ORGANIZATION
                                        + "\",\"СуммаBalance\":5000}"));

        assertThat(got(books.settlement(tenant, SEEN, BUYER)))
                .isEqualTo(new Settlement(new Money(10_010), new Money(3_005)));
        assertThat(standIn.requests().getLast().path())
                .contains("Condition='ExtDimension1 eq cast(guid'" + BUYER.key() + "','Catalog_Контрагенты')'");
    }

    @Test
    @DisplayName("§2.2: the price of one characteristic or package is not that of the item")
    void pricesOfParts() {
        String price = "{\"Номенклатура_Key\":\"%s\",\"ХарактеристикаЦО_Key\":\"%s\",\"Упаковка_Key\":\"%s\","
                + "\"Валюта_Key\":\"" + RUBLE + "\",\"Цена\":%s,\"Period\":\"2026-11-01T10:00:01\"}";
        Tenant tenant = tenant(
                "trade-11",
                request -> Answer.rows(
                        request.path().contains("/Catalog_ВидыЦен")
                                ? "{\"Ref_Key\":\"" + new UUID(7, 7) + "\",\"DeletionMark\":false}"
                                : String.join(
                                        ",",
                                        price.formatted(ITEM, NONE, NONE, "99.995"),
                                        price.formatted(ITEM, WAREHOUSE, NONE, "120"),
                                        price.formatted(OTHER_ITEM, NONE, WAREHOUSE, "1000"))));

        PriceList list = got(books.prices(tenant, SEEN, "Розничная"));

        assertThat(list.prices())
                .containsExactly(Map.entry(
                        ITEM, new PriceList.Price(new Money(10_000), LocalDateTime.of(2026, 11, 1, 10, 0, 1))));
    }

    @Test
    @DisplayName(
            "§2.1: cash and cards pay as well; a document that pays two sales says how much of it is for this one; other money is not counted")
    void waysOfPaying() {
        var sale = new OneCRef(OneCKind.INVOICE, new UUID(8, 1));
        Tenant tenant = tenant("accounting-3", request -> {
            String set = request.path().substring(request.path().lastIndexOf('/') + 1);
            if (set.endsWith("_РасшифровкаПлатежа")) {
                return Answer.rows(
                        "{\"Ref_Key\":\"" + new UUID(10, 1) + "\",\"LineNumber\":\"1\",\"СуммаПлатежа\":100},"
                                + "{\"Ref_Key\":\"" + new UUID(10, 1) + "\",\"LineNumber\":\"3\",\"СуммаПлатежа\":0.5},"
                                + "{\"Ref_Key\":\"" + new UUID(10, 2) + "\",\"LineNumber\":\"1\",\"СуммаПлатежа\":7}");
            }
            String head = "{\"Ref_Key\":\"%s\",\"Number\":\"00БП-000001 \",\"Date\":\"2026-11-0%sT00:00:00\","
                    + "\"Posted\":true,\"DeletionMark\":false,\"СуммаДокумента\":300,\"ВалютаДокумента_Key\":\"%s\"}";
            String day = set.startsWith("Document_Приходный") ? "3" : set.startsWith("Document_Оплата") ? "1" : "2";
            return Answer.rows(
                    head.formatted(new UUID(10, 1), day, RUBLE) + "," + head.formatted(new UUID(10, 2), day, DOLLAR));
        });

        var payments = got(books.payments(tenant, SEEN, sale));

        assertThat(payments).extracting(Payment::way).containsExactly(Way.CARD, Way.BANK, Way.CASH);
        assertThat(payments).allSatisfy(payment -> {
            assertThat(payment.ofSale()).isEqualTo(new Money(10_050));
            assertThat(payment.total()).isEqualTo(new Money(30_000));
            assertThat(payment.number()).isEqualTo("00БП-000001");
        });
    }

    @Test
    @DisplayName("§2.2: a buyer whom the books have never seen with us settles nothing, and no balance is calculated")
    void neverSeen() {
        Tenant tenant = tenant("erp-2", _ -> Answer.rows(""));

        assertThat(got(books.settlement(tenant, SEEN, BUYER))).isEqualTo(Settlement.NOTHING);
        assertThat(standIn.requests()).hasSize(1);
    }

    @Test
    @DisplayName(
            "§2.2: what waits to be shipped and what orders have put aside is not free; what departments want is theirs")
    void promised() {
        String stock = "{\"Номенклатура_Key\":\"" + ITEM + "\",\"Склад_Key\":\"" + WAREHOUSE
                + "\",\"ВНаличииBalance\":10,\"КОтгрузкеBalance\":4}";
        String reserve = "{\"Номенклатура_Key\":\"" + ITEM + "\",\"Склад\":\"" + WAREHOUSE
                + "\",\"Склад_Type\":\"StandardODATA.%s\",\"РезервироватьНаСкладеBalance\":%s}";
        Tenant tenant = tenant(
                "trade-11",
                request -> Answer.rows(
                        request.path().contains("/AccumulationRegister_ТоварыНаСкладах/")
                                ? stock
                                : reserve.formatted("Catalog_Склады", "1.5") + ","
                                        + reserve.formatted("Catalog_СтруктураПредприятия", "3")));

        assertThat(got(books.freeStock(tenant, SEEN)))
                .containsExactly(new FreeStock(ITEM, new Place.Warehouse(WAREHOUSE), new BigDecimal("4.5")));
        assertThat(standIn.requests())
                .allSatisfy(
                        request -> assertThat(request.path()).endsWith("/Balance(Dimensions='Номенклатура,Склад')"));
    }

    @Test
    @DisplayName("what is known to be hidden is named without a call; where only some documents are, the others tell")
    void hidden() {
        Tenant tenant = tenant("trade-11", _ -> Answer.rows(""));
        var blind = new OneCBase(
                SEEN.found(),
                Set.of(
                        "InformationRegister_ЦеныНоменклатуры25",
                        "InformationRegister_ЦеныНоменклатуры",
                        "AccumulationRegister_РасчетыСКлиентами",
                        "AccumulationRegister_РасчетыСКлиентамиПоСрокам",
                        "Document_ПриходныйКассовыйОрдер"));

        assertThat(stopped(books.prices(tenant, blind, "Розничная")))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.NotPublished("InformationRegister_ЦеныНоменклатуры25")));
        assertThat(stopped(books.settlement(tenant, blind, BUYER)))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.NotPublished("AccumulationRegister_РасчетыСКлиентами")));
        assertThat(standIn.requests()).isEmpty();
        assertThat(got(books.payments(tenant, blind, new OneCRef(OneCKind.ORDER, ITEM))))
                .isEmpty();
        assertThat(standIn.requests()).hasSize(1);
    }

    @Test
    @DisplayName("§1.7: a register that the base does not show is named")
    void notPublished() {
        Tenant tenant = tenant(
                "erp-2",
                _ -> Answer.json(
                        404,
                        "{\"odata.error\":{\"code\":\"8\",\"message\":{\"lang\":\"ru\",\"value\":\"Сущность не найдена\"}}}"));

        assertThat(stopped(books.freeStock(tenant, SEEN)))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.NotPublished("AccumulationRegister_ТоварыНаСкладах")));
    }
}
