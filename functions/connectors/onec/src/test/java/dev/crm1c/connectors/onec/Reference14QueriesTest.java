package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.StandIn.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("onec.md §1.4: query options")
class Reference14QueriesTest extends AgainstTheSimulator {

    private List<String> items(ODataFilter filter) {
        return names(set(ITEMS).filter(filter).orderBy("Description"));
    }

    private UUID invoice(String date, UUID buyer, String... contents) {
        ObjectNode invoice = fields().put("Date", date + "T12:00:00")
                .put("Контрагент_Key", buyer.toString())
                .put("СуммаДокумента", new BigDecimal(100 * contents.length));
        for (String content : contents) {
            ObjectNode row = invoice.withArray("Товары").addObject();
            row.put("LineNumber", invoice.path("Товары").size())
                    .put("Содержание", content)
                    .put("Цена", 100);
        }
        return made(INVOICES, invoice);
    }

    @Test
    @DisplayName("§1.4: startswith, like and substringof")
    void textFunctions() {
        assertThat(items(ODataFilter.startsWith("Description", "Кон"))).containsExactly("Консультация специалиста");
        assertThat(items(ODataFilter.like("Description", "%офисн%"))).containsExactly("Кресло офисное");
        assertThat(items(ODataFilter.contains("Description", "письмен"))).containsExactly("Стол письменный");
    }

    @Test
    @DisplayName("§1.4: and, or, not, with parentheses where they are needed")
    void logic() {
        ODataFilter aOrB = ODataFilter.any(
                List.of(ODataFilter.equal("Артикул", "KR-001"), ODataFilter.equal("Артикул", "US-101")));

        assertThat(items(aOrB.and(ODataFilter.equal("Услуга", true)))).containsExactly("Доставка");
        assertThat(items(ODataFilter.not(aOrB))).hasSize(4);
    }

    @Test
    @DisplayName("§1.4: a path goes through references, a reference is compared by its key")
    void paths() {
        UUID wind = base.accountant().counterparty("ООО Ветер", "5001000027", "502401001");
        invoice("2026-11-20", wind, "Кресло");
        invoice("2026-11-20", base.accountant().counterparty("ООО Море", "7700000016", ""), "Стол");

        assertThat(got(client.list(tenant, set(INVOICES).filter(ODataFilter.equal("Контрагент/ИНН", "5001000027")))))
                .hasSize(1);
        assertThat(got(client.list(tenant, set(INVOICES).filter(ODataFilter.anyOf("Контрагент_Key", List.of(wind))))))
                .hasSize(1);
    }

    @Test
    @DisplayName("§1.4: a composite field needs the type; a bare guid never equals it")
    void compositeFields() {
        UUID invoice = invoice("2026-11-20", new UUID(0, 0), "Кресло");
        RawCall.post(
                base.address(),
                STATES,
                fields().put("Документ", invoice.toString())
                        .put("Документ_Type", "StandardODATA." + INVOICES)
                        .put("Статус", "Оплачен")
                        .put("Статус_Type", "StandardODATA.СтатусОплатыСчета")
                        .toString());

        assertThat(got(client.list(tenant, set(STATES).filter(ODataFilter.equal("Документ", invoice, INVOICES)))))
                .hasSize(1);
        assertThat(got(client.list(tenant, set(STATES).filter(ODataFilter.equal("Документ", invoice)))))
                .isEmpty();
    }

    @Test
    @DisplayName("§1.4: dates and numbers are compared by order, rows of a part by any")
    void orderAndRows() {
        UUID old = invoice("2026-11-19", new UUID(0, 0), "Кресло");
        UUID fresh = invoice("2026-11-21", new UUID(0, 0), "Стол", "Лампа");
        LocalDateTime day = LocalDateTime.of(2026, 11, 20, 0, 0);

        assertThat(keys(set(INVOICES).filter(ODataFilter.notBefore("Date", day))))
                .containsExactly(fresh);
        assertThat(keys(set(INVOICES).filter(ODataFilter.before("Date", day)))).containsExactly(old);
        assertThat(keys(set(INVOICES)
                        .filter(ODataFilter.atLeast("СуммаДокумента", Literal.of(new BigDecimal("2E+2"))))))
                .containsExactly(fresh);
        assertThat(keys(set(INVOICES).filter(ODataFilter.less("СуммаДокумента", Literal.of(200)))))
                .containsExactly(old);
        assertThat(keys(set(INVOICES)
                        .filter(ODataFilter.someRow("Товары", ODataFilter.startsWith("row/Содержание", "Лам")))))
                .containsExactly(fresh);
    }

    @Test
    @DisplayName("§1.4: $expand takes effect only for what $select names too")
    void expand() {
        UUID wind = base.accountant().counterparty("ООО Ветер", "5001000027", "502401001");
        invoice("2026-11-20", wind, "Кресло");
        ODataAddress invoices = set(INVOICES).expand(List.of("Контрагент"));

        assertThat(first(invoices.select(List.of("Ref_Key", "Контрагент/ИНН")))
                        .at("/Контрагент/ИНН")
                        .asText())
                .isEqualTo("5001000027");
        assertThat(first(invoices.select(List.of("Ref_Key"))).has("Контрагент")).isFalse();
        assertThat(first(set(INVOICES).select(List.of("**"))).has("Товары")).isFalse();
    }

    @Test
    @DisplayName("§1.4: $orderby, $top and $skip")
    void orderTopSkip() {
        assertThat(names(set(ITEMS).orderBy("Description desc").top(2).skip(1)))
                .containsExactly("Лампа настольная", "Кресло офисное");
    }

    @Test
    @DisplayName("§1.4: allowedOnly for whole sets; a look for one thing had better fail than not find what is hidden")
    void allowedOnly() {
        UUID key = made(COUNTERPARTIES, fields().put("Description", "ООО Ветер"));
        got(client.find(tenant, object(COUNTERPARTIES, key)));
        got(client.change(tenant, object(COUNTERPARTIES, key), fields()));
        got(client.list(tenant, set(COUNTERPARTIES)));
        assertThat(base.requests()).noneMatch(request -> request.query().contains("allowedOnly"));

        got(client.listWhole(tenant, set(COUNTERPARTIES), Paging.ofObjects()));
        assertThat(lastRequest().query()).contains("allowedOnly=true");
    }

    @Test
    @DisplayName("§1.4: pages lose no object although keys sort by presentation, and end at a short page")
    void pagesOfObjects() {
        for (int i = 0; i < 47; i++) {
            base.accountant().item("Товар " + (i * 31 % 47), "A", new UUID(0, 0));
        }
        Listing listing = got(client.listWhole(
                tenant,
                set(ITEMS).select(List.of("Ref_Key")),
                Paging.ofObjects().withPages(10, 20)));

        assertThat(listing).isInstanceOf(Listing.Whole.class);
        assertThat(listing.rows())
                .extracting(row -> Field.of(row, "Ref_Key").key())
                .doesNotHaveDuplicates()
                .hasSize(53);
        assertThat(base.requests())
                .hasSize(6)
                .allMatch(request -> request.query().contains("$orderby=Ref_Key&$top="));
    }

    @Test
    @DisplayName("§1.4: pages of a tabular part need the row's number too")
    void pagesOfRows() {
        for (int i = 0; i < 9; i++) {
            invoice("2026-11-2" + i % 3, new UUID(0, 0), "a", "b", "c", "d", "e");
        }
        Listing listing = got(client.listWhole(
                tenant, set(INVOICES + "_Товары"), Paging.ofRows().withPages(7, 20)));

        assertThat(listing).isInstanceOf(Listing.Whole.class);
        assertThat(listing.rows())
                .extracting(row -> Field.of(row, "Ref_Key").text()
                        + Field.of(row, "LineNumber").whole())
                .doesNotHaveDuplicates()
                .hasSize(45);
    }

    @Test
    @DisplayName("§1.4: a set that fills its last page to the brim is whole; one that goes on is cut short and says so")
    void boundedPages() {
        Paging threeByTwo = Paging.ofObjects().withPages(3, 2);

        assertThat(got(client.listWhole(tenant, set(ITEMS), Paging.ofObjects().withPages(3, 3))))
                .isInstanceOfSatisfying(
                        Listing.Whole.class, whole -> assertThat(whole.rows()).hasSize(6));
        assertThat(got(client.listWhole(tenant, set(ITEMS), threeByTwo)))
                .isInstanceOfSatisfying(
                        Listing.CutShort.class, cut -> assertThat(cut.rows()).hasSize(6));
    }

    @Test
    @DisplayName("§1.4: a row that goes away between two pages is noticed, and the reading begins anew")
    void shiftedPages() {
        var rows = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        try (StandIn standIn = StandIn.answering(request -> {
            String answer = page(rows, request.query());
            rows.remove("a");
            return Answer.rows(answer);
        })) {
            Listing listing = got(client.listWhole(
                    BaseTenants.at(standIn.publication()),
                    ODataAddress.ofSet(standIn.publication(), ITEMS),
                    Paging.ofObjects().withPages(2, 9)));

            assertThat(listing).isInstanceOf(Listing.Whole.class);
            assertThat(listing.rows())
                    .extracting(row -> row.path("Ref_Key").asText())
                    .containsExactly("b", "c", "d", "e");
        }
    }

    @Test
    @DisplayName("§1.4: a set that moves all the time is said to be so")
    void neverAtRest() {
        var counter = new AtomicInteger();
        try (StandIn standIn =
                StandIn.answering(_ -> Answer.rows("{\"Ref_Key\":\"" + counter.incrementAndGet() + "\"}"))) {
            assertThat(got(client.listWhole(
                            BaseTenants.at(standIn.publication()),
                            ODataAddress.ofSet(standIn.publication(), ITEMS),
                            Paging.ofObjects().withPages(1, 9))))
                    .isInstanceOf(Listing.Shifting.class);
        }
    }

    private static String page(List<String> rows, String query) {
        int top = Integer.parseInt(query.replaceAll(".*\\$top=(\\d+).*", "$1"));
        int skip = query.contains("$skip") ? Integer.parseInt(query.replaceAll(".*\\$skip=(\\d+).*", "$1")) : 0;
        return rows.stream()
                .skip(skip)
                .limit(top)
                .map(row -> "{\"Ref_Key\":\"" + row + "\"}")
                .collect(Collectors.joining(","));
    }

    private JsonNode first(ODataAddress address) {
        return got(client.list(tenant, address)).get(0);
    }

    private List<UUID> keys(ODataAddress address) {
        return rows(got(client.list(tenant, address))).stream()
                .map(row -> Field.of(row, "Ref_Key").key())
                .toList();
    }
}
