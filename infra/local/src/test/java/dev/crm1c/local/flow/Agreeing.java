package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A deal is agreed, and its documents come about. */
interface Agreeing {
    Office office();

    @Test
    default void ten_rows_come_to_the_kopeck_in_the_fewest_calls_and_the_repeat_costs_one()
            throws IOException, InterruptedException {
        Office office = office();
        Flow flow = office.flow();
        Company company = flow.company();
        ProductRow[] rows = TenRows.of(office);
        office.settled(company, rows);
        long deal = flow.deal(company, rows);
        flow.resetCounters();

        office.manager().moveDeal(deal, Office.AGREED);
        flow.settle();

        BigDecimal inDeal = office.portal().deal(deal).path("opportunity").decimalValue();
        List<JsonNode> sales = ofDeal(flow.ordersOf(company), deal);
        assertThat(sales).singleElement().satisfies(sale -> {
            assertThat(Office.posted(sale)).isTrue();
            assertThat(Office.sum(sale)).isEqualByComparingTo(inDeal);
            assertThat(linesOf(sale)).isEqualByComparingTo(inDeal);
        });
        assertDiscounts(sales.getFirst());
        JsonNode invoice = flow.invoicesOf(company).stream()
                .filter(one -> Office.number(one).equals(office.field(deal, "INVOICE_NUMBER")))
                .findFirst()
                .orElseThrow();
        assertThat(Office.posted(invoice)).isTrue();
        assertThat(Office.sum(invoice)).isEqualByComparingTo(inDeal);
        if (office.hasOrders()) {
            assertSchedule(sales.getFirst(), inDeal);
            assertThat(flow.notes(deal))
                    .hasSize(2)
                    .anySatisfy(note -> assertThat(note).contains("Заказ клиента № " + Office.number(sales.getFirst())))
                    .anySatisfy(note -> assertThat(note).contains("Счёт на оплату № " + Office.number(invoice)));
            assertThat(office.field(deal, "ORDER_NUMBER")).isEqualTo(Office.number(sales.getFirst()));
        } else {
            assertThat(flow.notes(deal))
                    .singleElement()
                    .asString()
                    .contains("Счёт на оплату № " + Office.number(invoice));
        }
        assertThat(office.field(deal, "STATE")).isEqualTo("Выставлен");
        assertThat(office.field(deal, "INVOICE_LINK"))
                .as("the web client's address ends with the key's first group")
                .contains("#e1cib/data/Документ.")
                .endsWith(Office.key(invoice).toString().substring(0, 8));
        assertThat(office.portal().requestCount()).as("read, write back, echo").isEqualTo(3);
        assertThat(office.base().requestCount())
                .as("each document: create, post and read back in one")
                .isEqualTo(office.hasOrders() ? 4 : 2);

        String body = office.portal().deliveries().getFirst().body();
        flow.resetCounters();
        assertThat(flow.call("/crm/bitrix24/demo", "application/x-www-form-urlencoded", body)
                        .statusCode())
                .isEqualTo(200);
        await().until(() -> office.portal().requestCount() == 1);
        flow.settle();
        assertThat(office.portal().requestCount()).isEqualTo(1);
        assertThat(office.base().requestCount()).isZero();
    }

    private static List<JsonNode> ofDeal(List<JsonNode> sales, long deal) {
        return sales.stream()
                .filter(sale -> (sale.path("Комментарий").asText()
                                + sale.path("НомерПоДаннымКлиента").asText())
                        .contains(Long.toString(deal)))
                .toList();
    }

    private static BigDecimal linesOf(JsonNode sale) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : sale.path("Товары")) {
            sum = sum.add(line.path("Сумма").decimalValue());
        }
        return sum;
    }

    /** As the customer sees them: a list price, what is taken off, and what is left. */
    private void assertDiscounts(JsonNode sale) {
        String percent = office().hasOrders() ? "ПроцентРучнойСкидки" : "ПроцентСкидки";
        String taken = office().hasOrders() ? "СуммаРучнойСкидки" : "СуммаСкидки";
        for (JsonNode line : sale.path("Товары")) {
            BigDecimal listed = line.path("Цена")
                    .decimalValue()
                    .multiply(line.path("Количество").decimalValue());
            assertThat(listed.subtract(line.path(taken).decimalValue()))
                    .as("line %s", line.path("LineNumber").asText())
                    .isCloseTo(line.path("Сумма").decimalValue(), within(new BigDecimal("0.005")));
        }
        assertThat(sale.path("Товары").path(0).path(percent).decimalValue()).isEqualByComparingTo("7.5");
        assertThat(sale.path("Товары").path(3).path(taken).decimalValue()).isPositive();
        assertThat(sale.path("Товары").path(1).path(taken).decimalValue()).isZero();
    }

    private static void assertSchedule(JsonNode order, BigDecimal total) {
        JsonNode stages = order.path("ЭтапыГрафикаОплаты");
        assertThat(stages).hasSize(2);
        assertThat(stages.path(0).path("ВариантОплаты").asText()).isEqualTo("ПредоплатаДоОтгрузки");
        assertThat(stages.path(0).path("ПроцентПлатежа").decimalValue()).isEqualByComparingTo("70");
        assertThat(stages.path(1).path("ВариантОплаты").asText()).isEqualTo("КредитПослеОтгрузки");
        assertThat(stages.path(1).path("ДатаПлатежа").asText().substring(0, 10))
                .isEqualTo(LocalDate.parse(order.path("Date").asText().substring(0, 10))
                        .plusDays(14)
                        .toString());
        assertThat(stages.path(0)
                        .path("СуммаПлатежа")
                        .decimalValue()
                        .add(stages.path(1).path("СуммаПлатежа").decimalValue()))
                .isEqualByComparingTo(total);
    }

    @Test
    default void a_person_a_sole_trader_and_a_branch_buy_each_in_its_own_way() {
        Office office = office();
        Flow flow = office.flow();
        var manager = office.manager();
        long contact = manager.person("Иванова", "Анна", "Петровна", "+7 921 000-00-01", "anna@example.com");
        long ofPerson = manager.dealOfPerson("Диван", contact);
        String traderInn = office.freshInnOfPerson();
        long trader = manager.company("ИП Петров");
        manager.entrepreneur(trader, traderInn, "", "Петров Пётр Петрович");
        Company network = flow.company();
        UUID head = office.accountant().counterparty("АО «Сеть»", network.inn(), "770101001");
        manager.fillRequisite(network.requisite(), "RQ_KPP", "780143001");
        var deals = List.of(ofPerson, manager.deal("Стол", trader), manager.deal("Сеть", network.id()));
        deals.forEach(deal -> manager.rows(deal, List.of(office.pump("1"))));
        deals.forEach(deal -> manager.moveDeal(deal, Office.AGREED));
        flow.settle();
        long again = manager.dealOfPerson("Кресло", contact);
        manager.rows(again, List.of(office.pump("2")));
        manager.moveDeal(again, Office.AGREED);
        flow.settle();

        assertThat(deals).allSatisfy(deal -> assertThat(flow.shownNumber(deal)).isNotEmpty());
        assertThat(flow.shownNumber(again)).isNotEmpty();
        assertThat(counterparties("Description", "Иванова")).singleElement().satisfies(person -> {
            assertThat(person.path("ЮридическоеФизическоеЛицо").asText()).isEqualTo("ФизическоеЛицо");
            assertThat(person.path("ИНН").asText().strip()).isEmpty();
            assertThat(contractsOf(person)).containsExactly("Розничная продажа");
        });
        assertThat(counterparties("ИНН", traderInn))
                .singleElement()
                .satisfies(one -> assertThat(
                                office.hasOrders()
                                        ? one.path("ЮрФизЛицо").asText()
                                        : one.path("ИндивидуальныйПредприниматель")
                                                .asText())
                        .isEqualTo(office.hasOrders() ? "ИндивидуальныйПредприниматель" : "true"));
        assertThat(counterparties("ИНН", network.inn()))
                .filteredOn(one -> one.path("КПП").asText().strip().equals("780143001"))
                .singleElement()
                .satisfies(branch -> {
                    assertThat(branch.path("ГоловнойКонтрагент_Key").asText()).isEqualTo(head.toString());
                    assertThat(branch.path("ОбособленноеПодразделение").asBoolean())
                            .isTrue();
                });
    }

    private List<JsonNode> counterparties(String field, String part) {
        return office().base().all(Flow.COUNTERPARTIES).stream()
                .filter(one -> one.path(field).asText().contains(part))
                .toList();
    }

    private List<String> contractsOf(JsonNode counterparty) {
        String owner = office().hasOrders() ? "Контрагент_Key" : "Owner_Key";
        return office().base().all("Catalog_ДоговорыКонтрагентов").stream()
                .filter(contract -> contract.path(owner).equals(counterparty.path("Ref_Key")))
                .map(contract -> contract.path("Description").asText())
                .toList();
    }

    @Test
    default void dollars_go_with_the_rate_of_the_base_and_wait_for_one() {
        Office office = office();
        Flow flow = office.flow();
        UUID dollar = office.accountant().currency("840", "USD");
        Company company = flow.company();
        long deal = flow.deal(company, office.pump("1"));
        office.manager().fillDeal(deal, "currencyId", "USD");
        office.manager().moveDeal(deal, Office.AGREED);
        flow.settle();
        assertThat(flow.notes(deal)).singleElement().asString().contains("USD", "курс");
        assertThat(flow.ordersOf(company)).isEmpty();

        office.accountant().rate(dollar, LocalDate.now(ZoneId.of("Europe/Moscow")), new BigDecimal("95.5"), 1);
        office.manager().fillDeal(deal, "title", "В долларах");
        flow.settle();

        JsonNode sale = office.sale(company);
        assertThat(sale.path(office.hasOrders() ? "Валюта_Key" : "ВалютаДокумента_Key")
                        .asText())
                .isEqualTo(dollar.toString());
        assertThat(Office.sum(sale)).isEqualByComparingTo("10333.33");
        if (!office.hasOrders()) {
            assertThat(sale.path("КурсВзаиморасчетов").decimalValue()).isEqualByComparingTo("95.5");
        }
        assertThat(flow.shownNumber(deal)).isNotEmpty();
    }
}
