package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§1.10 the change feed of an exchange plan")
class ExchangeTest extends BaseTest {
    private static final String PLAN = "ExchangePlan_ОбменСCRM";
    private static final Pattern ENTRY = Pattern.compile("<entry><id>[^<]*/([^/<]+)</id>");
    private static final Pattern TOMBSTONE = Pattern.compile("<at:deleted-entry ref=\"[^\"]*/([^/\"]+)\"");
    private UUID node;

    @Override
    OneCSettings settings() {
        return super.settings().withExchangePlan("ОбменСCRM", Set.of(ITEMS, INVOICES, STATUSES));
    }

    @BeforeEach
    void addNode() {
        node = simulator.exchange().add("ОбменСCRM", "CRM", "Битрикс24");
    }

    @Test
    @DisplayName("§1.10 nodes: the base itself and those it exchanges with; numbers are strings")
    void nodes() {
        Reply nodes = caller.get(PLAN, Map.of("$orderby", "Code"));
        assertThat(nodes.column("ThisNode")).containsExactly("true", "false");
        JsonNode other = nodes.json().path("value").path(1);
        assertThat(other.path("Ref_Key").asText()).isEqualTo(node.toString());
        assertThat(other.path("Description").asText()).isEqualTo("Битрикс24");
        assertThat(other.path("SentNo").isTextual()).isTrue();
        assertThat(other.path("ReceivedNo").asText()).isEqualTo("0");
    }

    @Test
    @DisplayName("§1.10 what was written before the node is not told; then every object once, in its present state")
    void currentState() {
        assertThat(entries(select(1))).isEmpty();
        UUID item = demo.items().get("KR-001");
        accountant.edit(ITEMS, item, "Артикул", "KR-001-A");
        caller.patch(one(ITEMS, item), "{\"Артикул\":\"KR-001-B\"}");
        UUID invoice = invoice("\"Товары\":[{\"LineNumber\":1,\"Цена\":77}]");
        accountant.counterparty("ООО «Вектор»", "5001000027", "500101001");
        Reply feed = select(1);
        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(entries(feed)).containsExactlyInAnyOrder(one(ITEMS, item), one(INVOICES, invoice));
        assertThat(feed.text())
                .contains("KR-001-B")
                .doesNotContain("KR-001-A")
                .contains("<d:Цена m:type=\"Edm.Double\">77</d:Цена>");
    }

    @Test
    @DisplayName("§1.10 the same number again brings the old and the new; another number only what has none")
    void numberOrNull() {
        UUID first = invoice();
        assertThat(entries(select(1))).hasSize(1);
        UUID second = invoice();
        assertThat(entries(select(1))).containsExactlyInAnyOrder(one(INVOICES, first), one(INVOICES, second));
        UUID third = invoice();
        assertThat(entries(select(2))).containsExactly(one(INVOICES, third));
        assertThat(entries(select(1))).hasSize(2);
    }

    @Test
    @DisplayName("§1.10 an acknowledgement deletes up to its number; a rewrite during the processing survives it")
    void acknowledgement() {
        UUID done = invoice();
        UUID rewritten = invoice();
        select(1);
        caller.patch(one(INVOICES, rewritten), "{\"Комментарий\":\"ещё раз\"}");
        UUID later = invoice();
        Reply acknowledged = call("NotifyChangesReceived", 1, "");
        assertThat(acknowledged.status()).isEqualTo(200);
        assertThat(acknowledged.bytes()).isEmpty();
        assertThat(simulator.exchange().waiting(node)).isEqualTo(2);
        assertThat(entries(select(2)))
                .containsExactlyInAnyOrder(one(INVOICES, rewritten), one(INVOICES, later))
                .doesNotContain(one(INVOICES, done));
        call("NotifyChangesReceived", 2, "");
        assertThat(entries(select(3))).isEmpty();
    }

    @Test
    @DisplayName("§1.10 what was physically deleted is a tombstone; in JSON it is silently missing")
    void tombstones() {
        UUID gone = invoice();
        UUID kept = invoice();
        caller.delete(one(INVOICES, gone));
        Reply feed = select(1);
        assertThat(entries(feed)).containsExactly(one(INVOICES, kept));
        assertThat(found(TOMBSTONE, feed)).containsExactly(one(INVOICES, gone));
        assertThat(call("SelectChanges", 1, "&$format=json").column("Ref_Key")).containsExactly(kept.toString());
    }

    @Test
    @DisplayName("§1.10 a register's record comes whole; what the base writes by itself is told too")
    void records() {
        UUID invoice = invoice();
        call("NotifyChangesReceived", 1, "");
        accountant.pay(invoice, new BigDecimal("1000"));
        assertThat(select(1).text()).contains("InformationRegister_СтатусыДокументов(", "<d:Статус>Оплачен</d:Статус>");
    }

    @Test
    @DisplayName("§1.10 an object of the plan that is not published is passed by without a word, and stays queued")
    void unpublished() {
        restart(settings().withPublished(Set.of(ITEMS, PLAN)));
        addNode();
        accountant.edit(ITEMS, demo.items().get("KR-001"), "Артикул", "А");
        accountant.create(INVOICES, Map.of());
        assertThat(entries(select(1))).hasSize(1);
        call("NotifyChangesReceived", 1, "");
        assertThat(simulator.exchange().waiting(node)).isEqualTo(1);
    }

    @Test
    @DisplayName("§1.10 $top, $filter and $select are ignored: a package cannot be paged")
    void unpaged() {
        invoice();
        invoice();
        assertThat(entries(call("SelectChanges", 1, "&$top=1&$filter=%D0%BD%D0%B5%D1%82&$select=x")))
                .hasSize(2);
    }

    @Test
    @DisplayName("§1.3 one illegal character fails the whole package with 400, and nothing is lost")
    void illegalCharacter() {
        invoice("\"Комментарий\":\"\\u0002\"");
        invoice();
        assertThat(select(1).status()).isEqualTo(400);
        assertThat(simulator.exchange().waiting(node)).isEqualTo(2);
    }

    @Test
    @DisplayName("§1.10 each node has its own queue; a node that is deleted has none")
    void twoNodes() {
        UUID other = simulator.exchange().add("ОбменСCRM", "SITE", "Сайт");
        invoice();
        select(1);
        call("NotifyChangesReceived", 1, "");
        assertThat(simulator.exchange().waiting(node)).isZero();
        assertThat(simulator.exchange().waiting(other)).isEqualTo(1);
        caller.delete(one(PLAN, other));
        assertThat(simulator.exchange().waiting(other)).isZero();
    }

    @Test
    @DisplayName("§1.7 wrong calls: no argument 12, bad argument 21, unknown plan 8, unknown node 9, GET 19")
    void wrongCalls() {
        assertThat(post("SelectChanges", "$format=json&MessageNo=1").refusal()).isEqualTo("400/12");
        assertThat(post("SelectChanges", point(PLAN, node) + "&$format=json").refusal())
                .isEqualTo("400/12");
        assertThat(post("SelectChanges", point(PLAN, node) + "&MessageNo=x&$format=json")
                        .refusal())
                .isEqualTo("400/21");
        assertThat(post("SelectChanges", "DataExchangePoint=x&MessageNo=1&$format=json")
                        .refusal())
                .isEqualTo("400/21");
        assertThat(post("SelectChanges", point("ExchangePlan_Нет", node) + "&MessageNo=1&$format=json")
                        .refusal())
                .isEqualTo("404/8");
        assertThat(post("SelectChanges", point(PLAN, UUID.randomUUID()) + "&MessageNo=1&$format=json")
                        .refusal())
                .isEqualTo("404/9");
        assertThat(caller.get("SelectChanges").refusal()).isEqualTo("405/19");
    }

    private Reply select(int number) {
        return call("SelectChanges", number, "");
    }

    private Reply call(String name, int number, String more) {
        return post(name, point(PLAN, node) + "&MessageNo=" + number + more);
    }

    private Reply post(String name, String query) {
        return caller.send("POST", name, query.replace("$", "%24"), "", Map.of());
    }

    private String point(String plan, UUID of) {
        String url = simulator.address() + "/odata/standard.odata/" + plan + "(guid'" + of + "')";
        return "DataExchangePoint=" + Caller.encoded("'" + url + "'");
    }

    private static List<String> entries(Reply feed) {
        assertThat(feed.status()).isEqualTo(200);
        return found(ENTRY, feed);
    }

    private static List<String> found(Pattern pattern, Reply feed) {
        return pattern.matcher(feed.text())
                .results()
                .map((MatchResult entry) -> entry.group(1))
                .toList();
    }
}
