package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.StandIn.Answer;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("onec.md §1.5: virtual tables")
class Reference15VirtualTablesTest extends AgainstTheSimulator {
    private static final URI PUBLICATION = URI.create("https://1c.example/base");
    private static final UUID KEY = UUID.fromString("f02ce7b3-e3b3-11eb-b4ad-000c29b45b09");
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 21, 12, 0);
    private static final String STOCK = "AccumulationRegister_СвободныеОстатки";
    private static final String LEDGER = "AccountingRegister_Хозрасчетный";

    /** What follows the root, percents decoded. */
    private static String call(VirtualTable table) {
        String address = table.address(PUBLICATION).text();
        return URLDecoder.decode(
                address.substring(address.indexOf("standard.odata/") + "standard.odata/".length()),
                StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("§1.5: slices on the set of an independent register, on _RecordType of a subordinate one")
    void slices() {
        assertThat(call(VirtualTable.sliceLast(RATES))).isEqualTo(RATES + "/SliceLast()");
        assertThat(call(VirtualTable.sliceLast(RATES).at(NOON).where(ODataFilter.equal("Валюта_Key", KEY))))
                .isEqualTo(RATES + "/SliceLast(Period=datetime'2026-11-21T12:00:00',Condition='Валюта_Key eq guid'"
                        + KEY + "'')");
        assertThat(call(VirtualTable.sliceFirst("InformationRegister_ЦеныНоменклатуры_RecordType")))
                .isEqualTo("InformationRegister_ЦеныНоменклатуры_RecordType/SliceFirst()");
    }

    @Test
    @DisplayName("§1.5: Balance, Turnovers and BalanceAndTurnovers with period, condition and dimensions")
    void accumulation() {
        assertThat(call(VirtualTable.balance(STOCK).by("Номенклатура", "Склад")))
                .isEqualTo(STOCK + "/Balance(Dimensions='Номенклатура,Склад')");
        assertThat(call(VirtualTable.turnovers(STOCK).between(NOON, NOON.plusDays(1))))
                .isEqualTo(STOCK + "/Turnovers(StartPeriod=datetime'2026-11-21T12:00:00',"
                        + "EndPeriod=datetime'2026-11-22T12:00:00')");
        assertThat(call(VirtualTable.balanceAndTurnovers(STOCK).where(ODataFilter.equal("Склад_Key", KEY))))
                .isEqualTo(STOCK + "/BalanceAndTurnovers(Condition='Склад_Key eq guid'" + KEY + "'')");
    }

    @Test
    @DisplayName("§1.5: an accounting balance names its accounts and what stands behind them")
    void accounting() {
        assertThat(call(VirtualTable.balance(LEDGER)
                        .at(NOON)
                        .ofAccounts(ODataFilter.equal("Account_Key", KEY))
                        .where(ODataFilter.equal("ExtDimension1", KEY, COUNTERPARTIES))))
                .isEqualTo(LEDGER
                        + "/Balance(Period=datetime'2026-11-21T12:00:00',AccountCondition='Account_Key eq guid'" + KEY
                        + "'',Condition='ExtDimension1 eq cast(guid'" + KEY + "','Catalog_Контрагенты')')");
    }

    @Test
    @DisplayName("§1.5: the balance at the end of a day is the one at the midnight that ends it")
    void endOfADay() {
        assertThat(call(VirtualTable.balance(STOCK).atEndOf(LocalDate.of(2026, 12, 31))))
                .contains("Period=datetime'2027-01-01T00:00:00'");
    }

    static Stream<ODataFilter> unfit() {
        return Stream.of(
                ODataFilter.anyOf(
                        "Номенклатура_Key",
                        Stream.generate(UUID::randomUUID).limit(5).toList()),
                ODataFilter.equal("Номенклатура/Артикул", "KR-001"),
                ODataFilter.equal("Серия", "A+B"),
                ODataFilter.equal("Серия", "50%"),
                ODataFilter.equal("Серия", "О'Нил"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    @DisplayName(
            "§1.1, §1.5: a condition that a path would not carry filters the result, for which no dimension may be summed up")
    void movedConditions(ODataFilter condition) {
        VirtualTable table =
                VirtualTable.balance(STOCK).at(NOON).where(condition).by("Номенклатура");

        assertThat(call(table))
                .isEqualTo(STOCK + "/Balance(Period=datetime'2026-11-21T12:00:00')?$filter=" + condition.text());
        assertThat(table.address(PUBLICATION).longestSegment()).isLessThanOrEqualTo(ODataAddress.LONGEST_SEGMENT);
    }

    @Test
    @DisplayName("§1.5: the accounts stay in the calculation as long as they fit")
    void accountsStay() {
        ODataFilter account = ODataFilter.equal("Account_Key", KEY);
        ODataFilter many = ODataFilter.any(Stream.generate(UUID::randomUUID)
                .limit(4)
                .map(key -> ODataFilter.equal("ExtDimension1", key, COUNTERPARTIES))
                .toList());
        ODataFilter accounts = ODataFilter.anyOf(
                "Account_Key", Stream.generate(UUID::randomUUID).limit(6).toList());

        assertThat(call(VirtualTable.balance(LEDGER).ofAccounts(account).where(many)))
                .isEqualTo(LEDGER + "/Balance(AccountCondition='" + account.text() + "')?$filter=" + many.text());
        assertThat(call(VirtualTable.balance(LEDGER).ofAccounts(accounts).where(many)))
                .isEqualTo(LEDGER + "/Balance()?$filter=" + accounts.text() + " and " + many.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 190, 197, 198, 199, 260})
    @DisplayName("§1.1: not a character more than the segment holds")
    void atTheLimit(int letters) {
        VirtualTable table = VirtualTable.balance(STOCK).where(ODataFilter.equal("Серия", "ж".repeat(letters)));
        assertThat(table.address(PUBLICATION).longestSegment()).isLessThanOrEqualTo(ODataAddress.LONGEST_SEGMENT);
    }

    @Test
    @DisplayName(
            "§1.1, §1.5: a long list of keys is asked in parts, each within a query, on top of what was asked already")
    void partsOfALongList() {
        List<UUID> items = Stream.generate(UUID::randomUUID).limit(45).toList();
        try (StandIn standIn = StandIn.answering(_ -> Answer.rows("{\"ВНаличииBalance\":1}"))) {
            List<VirtualTable> parts = VirtualTable.balance(STOCK)
                    .at(NOON)
                    .where(ODataFilter.equal("Склад_Key", KEY))
                    .parts(items, item -> ODataFilter.equal("Номенклатура_Key", item));

            assertThat(parts)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(part -> assertThat(
                                    part.address(PUBLICATION).asJson().queryLength())
                            .isLessThanOrEqualTo(ODataAddress.LONGEST_QUERY));
            assertThat(got(client.calculateAll(BaseTenants.at(standIn.publication()), parts)))
                    .hasSize(parts.size());
            assertThat(standIn.requests())
                    .allMatch(request -> asked(request).contains("Склад_Key eq guid'" + KEY + "' and ("));
            assertThat(items)
                    .allMatch(item -> standIn.requests().stream()
                            .anyMatch(request -> asked(request).contains(item.toString())));
        }
    }

    /** A part of one key still fits into the calculation. */
    private static String asked(StandIn.Request request) {
        return request.path() + request.query();
    }

    @Test
    @DisplayName("§1.5: result columns are read as sums, null as 0; dimensions as keys and composites")
    void results() {
        String rows = "{\"Номенклатура_Key\":\"" + KEY + "\",\"ВНаличииBalance\":12.5,\"КОтгрузкеBalance\":\"3\","
                + "\"Партия\":\"" + KEY + "\",\"Партия_Type\":\"StandardODATA.Document_Х\"},"
                + "{\"Номенклатура_Key\":\"00000000-0000-0000-0000-000000000000\",\"ВНаличииBalance\":null,"
                + "\"Партия\":\"\",\"Партия_Type\":\"StandardODATA.Undefined\"}";
        try (StandIn standIn = StandIn.answering(_ -> Answer.rows(rows))) {
            List<JsonNode> balances = rows(got(client.calculate(
                    BaseTenants.at(standIn.publication()),
                    VirtualTable.balance(STOCK).at(NOON))));

            assertThat(balances)
                    .extracting(row -> Field.of(row, "ВНаличииBalance").number())
                    .containsExactly(new BigDecimal("12.5"), BigDecimal.ZERO);
            assertThat(Field.of(balances.getFirst(), "КОтгрузкеBalance").whole())
                    .isEqualTo(3);
            assertThat(Field.of(balances.getFirst(), "Партия").composite())
                    .isEqualTo(new Composite.Reference("Document_Х", KEY));
            assertThat(Field.of(balances.getLast(), "Партия").composite()).isEqualTo(new Composite.Undefined());
            assertThat(Field.of(balances.getLast(), "Номенклатура_Key").reference())
                    .isEmpty();
            assertThat(standIn.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).endsWith("/Balance(Period=datetime'2026-11-21T12:00:00')");
                assertThat(request.query()).isEqualTo("$format=json");
            });
        }
    }

    @Test
    @DisplayName("§1.5: an accounting balance has debit and credit apart")
    void accountingResults() {
        String row = "{\"Account_Key\":\"" + KEY + "\",\"ExtDimension1\":\"" + KEY
                + "\",\"ExtDimension1_Type\":\"StandardODATA.Catalog_Контрагенты\",\"СуммаBalance\":-40.00,"
                + "\"СуммаBalanceDr\":0,\"СуммаBalanceCr\":40.00,\"КоличествоBalance\":null}";
        try (StandIn standIn = StandIn.answering(_ -> Answer.rows(row))) {
            JsonNode balance = got(client.calculate(
                            BaseTenants.at(standIn.publication()), VirtualTable.balance(LEDGER)))
                    .get(0);

            assertThat(Field.of(balance, "СуммаBalance").number()).isEqualByComparingTo("-40");
            assertThat(Field.of(balance, "СуммаBalanceCr").number()).isEqualByComparingTo("40");
            assertThat(Field.of(balance, "КоличествоBalance").number()).isZero();
            assertThat(Field.of(balance, "ExtDimension1").composite())
                    .isEqualTo(new Composite.Reference(COUNTERPARTIES, KEY));
        }
    }

    @Test
    @DisplayName("§1.5: a table that the register does not have is error 6, which people are told")
    void wrongTable() {
        assertThat(stopped(client.calculate(tenant, VirtualTable.balance(RATES))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.OneCSaysNo("Метод не найден")));
    }
}
