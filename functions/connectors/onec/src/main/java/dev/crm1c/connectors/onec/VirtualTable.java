package dev.crm1c.connectors.onec;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a register amounts to: the last prices, the stock on hand, the turnovers of a month. Calculated when asked, so it may take minutes:
 * {@code $top} does not shorten it, only a condition does. Source: reference "onec", 1.5.
 *
 * <p>A condition belongs into the calculation, but a path segment is short and some characters never get through one. Then the result is
 * filtered instead, and its rows come for every dimension, for one that is not among {@code Dimensions} could not be filtered by. So sum the
 * rows that you get, whichever way they came. And ask for conditions on dimensions only: a slice of the last records where a price was 5 is
 * not what remains of the slice of the last records.
 *
 * @param set the register, or its {@code _RecordType} for slices of a register that documents write to
 */
record VirtualTable(
        String set,
        Table table,
        List<String> moments,
        List<ODataFilter> accounts,
        List<ODataFilter> conditions,
        List<String> dimensions) {
    /** Nothing in front of 1C takes these for plain text of a path: separators, what IIS calls double escaping, what it forbids. */
    private static final String NEVER_IN_A_PATH = "/\\+%&?#<>*\"|";
    /** A condition's own quotes stand single, so a doubled one has no agreed reading there. */
    private static final String QUOTE_IN_A_QUOTE = "''";

    private enum Table {
        SLICE_LAST("SliceLast"),
        SLICE_FIRST("SliceFirst"),
        BALANCE("Balance"),
        TURNOVERS("Turnovers"),
        BALANCE_AND_TURNOVERS("BalanceAndTurnovers");

        private final String name;

        Table(String name) {
            this.name = name;
        }
    }

    VirtualTable {
        moments = List.copyOf(moments);
        accounts = List.copyOf(accounts);
        conditions = List.copyOf(conditions);
        dimensions = List.copyOf(dimensions);
    }

    /** The newest record for each combination of dimensions. */
    static VirtualTable sliceLast(String set) {
        return whole(set, Table.SLICE_LAST);
    }

    static VirtualTable sliceFirst(String set) {
        return whole(set, Table.SLICE_FIRST);
    }

    /** Columns {@code <Ресурс>Balance}. Turnover registers have no such table: error 6. */
    static VirtualTable balance(String register) {
        return whole(register, Table.BALANCE);
    }

    /** Columns {@code <Ресурс>Turnover}. */
    static VirtualTable turnovers(String register) {
        return whole(register, Table.TURNOVERS);
    }

    /** Columns {@code <Ресурс>OpeningBalance, Turnover, Receipt, Expense, ClosingBalance}; of accounts with {@code Dr} and {@code Cr}. */
    static VirtualTable balanceAndTurnovers(String register) {
        return whole(register, Table.BALANCE_AND_TURNOVERS);
    }

    private static VirtualTable whole(String set, Table table) {
        return new VirtualTable(set, table, List.of(), List.of(), List.of(), List.of());
    }

    /** The state at a moment of the base's own time, before anything that happened in it. */
    VirtualTable at(LocalDateTime moment) {
        return with(List.of(parameter("Period", Literal.of(moment))));
    }

    /** A balance at the end of a day is the one at the midnight that ends it. */
    VirtualTable atEndOf(LocalDate day) {
        return at(day.plusDays(1).atStartOfDay());
    }

    /** Turnovers from the first moment to the second. */
    VirtualTable between(LocalDateTime start, LocalDateTime end) {
        return with(List.of(parameter("StartPeriod", Literal.of(start)), parameter("EndPeriod", Literal.of(end))));
    }

    private VirtualTable with(List<String> period) {
        return new VirtualTable(set, table, period, accounts, conditions, dimensions);
    }

    /** One condition more: all of them have to hold. */
    VirtualTable where(ODataFilter condition) {
        return new VirtualTable(set, table, moments, accounts, with(conditions, condition), dimensions);
    }

    /** The same table for each part of a long list of keys. */
    <T> List<VirtualTable> parts(Collection<T> wanted, Function<T, ODataFilter> condition) {
        return Chunks.besideOtherOptions().of(wanted, condition).stream()
                .map(chunk ->
                        where(ODataFilter.any(chunk.stream().map(condition).toList())))
                .toList();
    }

    /** Of an accounting register: {@code Account_Key eq guid'…'}. */
    VirtualTable ofAccounts(ODataFilter condition) {
        return new VirtualTable(set, table, moments, with(accounts, condition), conditions, dimensions);
    }

    /** What to keep apart, by the names of the dimensions without {@code _Key}; the others are summed up. */
    VirtualTable by(String... names) {
        return new VirtualTable(set, table, moments, accounts, conditions, List.of(names));
    }

    ODataAddress address(URI publication) {
        ODataAddress register = ODataAddress.ofSet(publication, set);
        return calculated(accounts, conditions, dimensions)
                .map(register::below)
                .or(() -> calculated(accounts, List.of(), List.of())
                        .map(call -> filtered(register.below(call), conditions)))
                .orElseGet(() -> filtered(register.below(call(moments)), everyCondition()));
    }

    private static ODataAddress filtered(ODataAddress result, List<ODataFilter> filters) {
        return filters.isEmpty() ? result : result.filter(ODataFilter.all(filters));
    }

    /** The call with these conditions in it, where they fit. */
    private Optional<String> calculated(List<ODataFilter> ofAccounts, List<ODataFilter> inside, List<String> apart) {
        var parameters = new ArrayList<>(moments);
        condition("AccountCondition", ofAccounts).ifPresent(parameters::add);
        condition("Condition", inside).ifPresent(parameters::add);
        if (!apart.isEmpty()) {
            parameters.add("Dimensions='" + String.join(",", apart) + "'");
        }
        String call = call(parameters);
        boolean passes = call.length() <= ODataAddress.LONGEST_SEGMENT
                && Stream.concat(ofAccounts.stream(), inside.stream())
                        .noneMatch(filter -> filter.text().contains(QUOTE_IN_A_QUOTE))
                && call.chars().noneMatch(character -> NEVER_IN_A_PATH.indexOf(character) >= 0);
        return Optional.of(call).filter(_ -> passes);
    }

    private String call(List<String> parameters) {
        return table.name + "(" + String.join(",", parameters) + ")";
    }

    private List<ODataFilter> everyCondition() {
        return Stream.concat(accounts.stream(), conditions.stream()).toList();
    }

    private static String parameter(String name, Literal value) {
        return name + "=" + value.text();
    }

    /** The quotes inside are not doubled: so it stands in 1C's own examples. */
    private static Optional<String> condition(String name, List<ODataFilter> filters) {
        return filters.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "='" + ODataFilter.all(filters).text() + "'");
    }

    private static List<ODataFilter> with(List<ODataFilter> filters, ODataFilter more) {
        return Stream.concat(filters.stream(), Stream.of(more)).toList();
    }
}
