package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.onec.StandIn.Answer;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.simulators.onec.OneCSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("onec.md §1.1: addresses, formats, headers")
class Reference11AddressesTest extends AgainstTheSimulator {
    private static final URI PUBLICATION = URI.create("https://1cfresh.com/a/ea/12345");

    @Test
    @DisplayName("§1.1: the root is {publication}/odata/standard.odata, with or without a slash at its end")
    void root() {
        String root = "https://1cfresh.com/a/ea/12345/odata/standard.odata";
        assertThat(ODataAddress.ofRoot(PUBLICATION).text()).isEqualTo(root);
        assertThat(ODataAddress.ofRoot(URI.create(PUBLICATION + "/")).text()).isEqualTo(root);
        assertThat(ODataAddress.ofObject(PUBLICATION, "Catalog_X", new UUID(1, 2))
                        .text())
                .isEqualTo(root + "/Catalog_X(guid'00000000-0000-0001-0000-000000000002')");
    }

    @Test
    @DisplayName("§1.1: the service document lists what is published, nothing else exists")
    void published() {
        start(OneCSettings.defaults().withPublished(Set.of(ITEMS)));

        assertThat(got(client.published(tenant))).contains(ITEMS).doesNotContain(COUNTERPARTIES);
        assertThat(stopped(client.list(tenant, set(COUNTERPARTIES))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.NotPublished(COUNTERPARTIES)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("§1.1: JSON may begin with a byte order mark")
    void byteOrderMark(boolean sent) {
        start(OneCSettings.defaults().withBom(sent));

        assertThat(names(set(ITEMS))).hasSize(6);
    }

    @Test
    @DisplayName("§1.1: JSON is asked for twice, by $format and by Accept")
    void format() {
        try (StandIn standIn = StandIn.answering(_ -> Answer.rows(""))) {
            got(client.list(
                    BaseTenants.at(standIn.publication()),
                    ODataAddress.ofSet(standIn.publication(), "Catalog_Валюты")));

            assertThat(standIn.requests()).singleElement().satisfies(request -> {
                assertThat(request.query()).contains("$format=json");
                assertThat(request.header("Accept")).contains("application/json");
                assertThat(request.path()).isEqualTo("/accounting/odata/standard.odata/Catalog_Валюты");
            });
        }
    }

    @Test
    @DisplayName("§1.1: a space is %20, a plus is a plus")
    void spacesAndPluses() {
        base.accountant().item("Кресло A+B 100% «Люкс»", "KR-9", new UUID(0, 0));

        assertThat(names(set(ITEMS).filter(ODataFilter.equal("Description", "Кресло A+B 100% «Люкс»"))))
                .containsExactly("Кресло A+B 100% «Люкс»");
        assertThat(set(ITEMS).filter(ODataFilter.equal("A", "b c+d")).text())
                .endsWith("?$filter=A%20eq%20%27b%20c%2Bd%27");
    }

    @Test
    @DisplayName("§1.1: Location in raw UTF-8 chokes nobody")
    void location() {
        UUID key = made(COUNTERPARTIES, fields().put("Description", "ООО «Ветер»"));
        assertThat(base.one(COUNTERPARTIES, key).path("Description").asText()).isEqualTo("ООО «Ветер»");

        String raw = "http://x/odata/standard.odata/Catalog_Контрагенты(guid'" + key + "')";
        try (StandIn standIn = StandIn.answering(
                _ -> Answer.json(201, "{\"Ref_Key\":\"" + key + "\"}").with("Location", raw))) {
            assertThat(got(client.create(
                            BaseTenants.at(standIn.publication()),
                            ODataAddress.ofSet(standIn.publication(), COUNTERPARTIES),
                            fields())))
                    .isInstanceOf(ODataClient.Creation.Made.class);
        }
    }

    @Test
    @DisplayName("§1.1: a path segment over 260 characters is not sent at all; letters are counted, not their encoding")
    void longSegment() {
        String name = "InformationRegister_" + "Ж".repeat(240);
        assertThat(ODataAddress.ofSet(PUBLICATION, name).longestSegment()).isEqualTo(260);
        assertThat(stopped(client.list(tenant, set(name))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.NotPublished(name)));

        assertThat(stopped(client.list(tenant, set(name + "Ж"))))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems()).singleElement().isInstanceOf(Problem.OneCSaysNo.class));
        assertThat(base.requests()).hasSize(1);
    }

    static Stream<List<UUID>> keyLists() {
        return Stream.of(0, 1, 19, 20, 21, 100)
                .map(size ->
                        IntStream.range(0, size).mapToObj(i -> new UUID(7, i)).toList());
    }

    @ParameterizedTest
    @MethodSource("keyLists")
    @DisplayName("§1.1: lists of keys go in requests of at most 20, each within the web server's query")
    void keysInChunks(List<UUID> keys) {
        ODataAddress rest = set("Catalog_ДоговорыКонтрагентов").select(List.of("Ref_Key", "Owner_Key"));
        List<ODataAddress> requests = Chunks.requests(rest, keys, key -> ODataFilter.equal("Owner_Key", key));

        assertThat(requests)
                .hasSize((keys.size() + 19) / 20)
                .allSatisfy(request -> assertThat(request.asJson().allowedOnly().queryLength())
                        .isLessThanOrEqualTo(ODataAddress.LONGEST_QUERY));
        assertThat(got(client.listAll(tenant, requests))).isEmpty();
        assertThat(base.requests()).hasSize(requests.size()).allMatch(request -> request.status() == 200);
    }

    @Test
    @DisplayName(
            "§1.1: a Cyrillic letter takes six characters of a query, so long names go a few at a time, none twice, none lost")
    void namesInChunks() {
        List<String> wanted = IntStream.range(0, 40)
                .mapToObj(i -> "Кресло офисное №" + i + "ж".repeat(i * 2))
                .toList();
        wanted.forEach(name -> base.accountant().item(name, "A", new UUID(0, 0)));
        var twice = Stream.concat(wanted.stream(), wanted.stream()).toList();

        List<ODataAddress> requests = Chunks.requests(
                set(ITEMS).select(List.of("Ref_Key", "Description")),
                twice,
                name -> ODataFilter.equal("Description", name));

        assertThat(rows(got(client.listAll(tenant, requests))).stream()
                        .map(row -> Field.of(row, "Description").text()))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    @DisplayName("§1.1: one condition too long even alone stands alone")
    void oneTooLong() {
        assertThat(Chunks.besideOtherOptions()
                        .of(List.of("a", "ж".repeat(400), "b"), name -> ODataFilter.equal("Description", name)))
                .containsExactly(List.of("a"), List.of("ж".repeat(400)), List.of("b"));
    }

    @Test
    @DisplayName("addresses, filters and keys are not printed: they may hold somebody's tax number")
    void nothingIsPrinted() {
        ODataFilter filter = ODataFilter.equal("ИНН", "500100732259");
        assertThat(Stream.of(
                                filter,
                                set(ITEMS).filter(filter),
                                Literal.of("500100732259"),
                                RecordKey.of("ИНН", Literal.of("500100732259")),
                                set(ITEMS).filter(filter).method("Post"),
                                VirtualTable.balance("X").where(filter))
                        .map(Object::toString))
                .allSatisfy(printed -> assertThat(printed).doesNotContain("500100732259"));
    }
}
