package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.Listing.Extent;
import dev.crm1c.connectors.bitrix24.PortalStub.Asked;
import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.sync.Delay;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** bitrix24.md §4.6. */
@QuarkusTest
class Reference46ListsTest extends CallingAPortal {
    private static final int MANY = 20;

    private static KeyedList items() {
        var parameters = none().put("entityTypeId", 2);
        parameters.putObject("filter").put("stageId", "NEW");
        parameters.putArray("select").add("title");
        return new KeyedList("crm.item.list", parameters, KeyedList.Key.MODERN);
    }

    private Listing<JsonNode> read(KeyedList list, int mostPages) {
        return got(new PortalLists(client, errors).read(tenant(), list, mostPages));
    }

    private static Said page(LongStream ids) {
        return page(ids, id -> "{\"id\":" + id + "}", "{\"result\":{\"items\":[%s]},\"total\":0}");
    }

    private static Said page(LongStream ids, Function<Long, String> row, String envelope) {
        return Said.json(200, envelope.formatted(ids.boxed().map(row).collect(Collectors.joining(","))));
    }

    /** Rows 1, 3, 5… as the portal would page them. */
    private static LongStream oddBehind(Asked asked, String key, int rows) {
        long last = asked.json().path("filter").path(">" + key).asLong();
        return LongStream.range(0, rows)
                .map(n -> 2 * n + 1)
                .filter(id -> id > last)
                .limit(50);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "49, 1", "50, 2", "51, 2", "100, 3", "120, 3"})
    void every_row_is_read_once_and_a_short_page_is_the_last(int rows, int pages) {
        portal.says(asked -> page(oddBehind(asked, "id", rows)));

        Listing<JsonNode> listing = read(items(), MANY);

        assertThat(listing.extent()).isEqualTo(Extent.WHOLE);
        assertThat(listing.rows())
                .extracting(row -> row.path("id").asLong())
                .hasSize(rows)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(portal.asked()).hasSize(pages);
    }

    @Test
    void nothing_is_counted_the_order_is_by_key_and_the_callers_filter_stays() {
        portal.says(asked -> page(oddBehind(asked, "id", 60)));

        read(items(), MANY);

        assertThat(portal.asked()).extracting(Asked::text).containsExactly("""
                {"entityTypeId":2,"filter":{"stageId":"NEW"},"select":["title","id"],"start":-1,"order":{"id":"ASC"}}""", """
                {"entityTypeId":2,"filter":{"stageId":"NEW",">id":99},"select":["title","id"],"start":-1,"order":{"id":"ASC"}}""");
    }

    @Test
    @DisplayName("the old methods say ID, and give it as text")
    void old_lists_go_by_ID() {
        portal.says(asked ->
                page(oddBehind(asked, "ID", 70), id -> "{\"ID\":\"" + id + "\"}", "{\"result\":[%s],\"total\":0}"));

        Listing<JsonNode> listing = read(new KeyedList("crm.requisite.list", none(), KeyedList.Key.OLD), MANY);

        assertThat(listing.extent()).isEqualTo(Extent.WHOLE);
        assertThat(listing.rows()).hasSize(70);
        assertThat(portal.asked().getLast().json().at("/order/ID").asText()).isEqualTo("ASC");
    }

    @Test
    @DisplayName("a method that ignores the cursor is not read for ever, and nobody takes its page for the whole")
    void a_list_that_does_not_go_on_is_cut_short() {
        portal.says(_ -> page(LongStream.rangeClosed(1, 50)));

        Listing<JsonNode> listing = read(items(), MANY);

        assertThat(listing.extent()).isEqualTo(Extent.CUT_SHORT);
        assertThat(listing.rows()).hasSize(50);
        assertThat(portal.asked()).hasSize(2);
    }

    @Test
    void a_full_page_in_another_order_has_no_last_id_to_go_on_from() {
        portal.says(_ -> page(LongStream.rangeClosed(1, 50).map(n -> 51 - n)));

        assertThat(read(items(), MANY).extent()).isEqualTo(Extent.CUT_SHORT);
        assertThat(portal.asked()).hasSize(1);
    }

    @Test
    void a_short_page_in_another_order_is_whole_all_the_same() {
        portal.says(_ -> page(LongStream.of(3, 1, 2)));

        assertThat(read(items(), MANY).extent()).isEqualTo(Extent.WHOLE);
    }

    @Test
    void rows_without_a_key_are_no_list() {
        portal.says(
                _ -> page(LongStream.rangeClosed(1, 50), id -> "{\"title\":\"x\"}", "{\"result\":{\"items\":[%s]}}"));

        assertThat(read(items(), MANY)).isEqualTo(new Listing<>(List.of(), Extent.CUT_SHORT));
    }

    @Test
    void no_more_pages_are_read_than_the_caller_wants() {
        portal.says(asked -> page(oddBehind(asked, "id", 1000)));

        Listing<JsonNode> listing = read(items(), 3);

        assertThat(listing.extent()).isEqualTo(Extent.CUT_SHORT);
        assertThat(listing.rows()).hasSize(150);
        assertThat(portal.asked()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":[{\"id\":1}]}",
                "{\"result\":{\"items\":[{\"id\":1}]}}",
                "{\"result\":{\"productRows\":[{\"id\":1}]}}",
                "{\"result\":{\"products\":[{\"id\":1}],\"total\":1}}",
                "{\"result\":{\"storeProducts\":[{\"id\":1}]}}",
                "{\"result\":{\"1\":{\"id\":1}}}"
            })
    void rows_are_found_under_whatever_name(String answer) {
        portal.says(Said.json(200, answer));

        assertThat(read(items(), MANY).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.path("id").asInt()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null", "7", "{}", "{\"a\":1}", "{\"a\":[],\"b\":[]}"})
    void what_cannot_be_rows_is_no_empty_list(String result) {
        portal.says(Said.json(200, "{\"result\":" + result + "}"));

        assertThat(stopped(new PortalLists(client, errors).read(tenant(), items(), MANY)))
                .isEqualTo(later(Duration.ofMinutes(1), Delay.CRM_ANSWER_UNCLEAR));
    }

    @Test
    void a_page_that_fails_leaves_no_half_a_list() {
        portal.says(
                asked -> asked.json().path("filter").has(">id") ? Said.html(502) : page(LongStream.rangeClosed(1, 50)));

        assertThat(stopped(new PortalLists(client, errors).read(tenant(), items(), MANY)))
                .isEqualTo(later(Duration.ofMinutes(1), Delay.CRM_ANSWER_UNCLEAR));
    }
}
