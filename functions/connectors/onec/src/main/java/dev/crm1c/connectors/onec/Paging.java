package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How a long set is read in pages. 1C has no pages of its own: without {@code $top} everything comes in one answer. The order must be that of
 * a key, or pages lose rows: {@code Ref_Key} sorts by presentation but is stable, rows of a tabular part need their number too. There is no
 * going on after the last key seen: comparing references by order is error 500. Source: reference "onec", 1.4.
 *
 * @param key the fields that tell rows apart; they must be among those selected
 * @param rows rows of a page
 * @param most pages at most
 */
record Paging(List<String> key, int rows, int most) {
    private static final int ROWS = 500;
    private static final int MOST = 200;

    Paging {
        key = List.copyOf(key);
    }

    /** Catalogs and documents: up to 100,000 of them. */
    static Paging ofObjects() {
        return new Paging(List.of("Ref_Key"), ROWS, MOST);
    }

    /** A tabular part as a set of its own. */
    static Paging ofRows() {
        return new Paging(List.of("Ref_Key", "LineNumber"), ROWS, MOST);
    }

    Paging withPages(int ofRows, int atMost) {
        return new Paging(key, ofRows, atMost);
    }

    /** Each page but the first begins with the last row of the one before: if it is another one, rows have moved. */
    ODataAddress page(ODataAddress set, int number) {
        ODataAddress ordered = set.orderBy(String.join(",", key));
        return number == 0 ? ordered.top(rows) : ordered.top(rows + 1).skip(number * rows - 1);
    }

    boolean sameRow(JsonNode one, JsonNode other) {
        return key.stream().allMatch(field -> one.path(field).equals(other.path(field)));
    }
}
