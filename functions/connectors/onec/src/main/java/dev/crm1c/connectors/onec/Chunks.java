package dev.crm1c.connectors.onec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A long list of keys or names as several requests, for a query has a length: IIS lets 2,048 characters through, and a Cyrillic letter takes
 * six. Source: reference "onec", 1.1.
 *
 * @param most how many keys or names one request may ask for
 * @param longest how many encoded characters their conditions may take together
 */
record Chunks(int most, int longest) {
    private static final int MOST = 20;
    /** {@code $filter=()}, {@code &$format=json}, {@code &allowedOnly=true} and a page's {@code &$top=…&$skip=…}. */
    private static final int ADDED_LATER = 100;
    /** Room for the other options of a request that is not known yet. */
    private static final int OTHER_OPTIONS = 448;

    private static final int OR = ODataAddress.encodedLength(" or ");

    static Chunks besideOtherOptions() {
        return new Chunks(MOST, ODataAddress.LONGEST_QUERY - OTHER_OPTIONS);
    }

    /** For requests that already have every option but {@code $filter}. */
    static Chunks besideTheseOptions(ODataAddress address) {
        return new Chunks(MOST, ODataAddress.LONGEST_QUERY - address.queryLength() - ADDED_LATER);
    }

    /** In the order given, each at most once; a condition too long even alone stands alone. */
    <T> List<List<T>> of(Collection<T> wanted, Function<T, ODataFilter> condition) {
        var chunks = new ArrayList<List<T>>();
        var chunk = new ArrayList<T>();
        int length = 0;
        for (T one : wanted.stream().distinct().toList()) {
            int added = ODataAddress.encodedLength(condition.apply(one).text()) + OR;
            if (!chunk.isEmpty() && (chunk.size() == most || length + added > longest)) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                length = 0;
            }
            chunk.add(one);
            length += added;
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return List.copyOf(chunks);
    }

    /** The same request for each part of the list. */
    static <T> List<ODataAddress> requests(
            ODataAddress address, Collection<T> wanted, Function<T, ODataFilter> condition) {
        return besideTheseOptions(address).of(wanted, condition).stream()
                .map(chunk -> address.filter(
                        ODataFilter.any(chunk.stream().map(condition).toList())))
                .toList();
    }
}
