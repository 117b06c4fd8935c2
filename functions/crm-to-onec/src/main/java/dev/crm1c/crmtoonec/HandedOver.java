package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people say has been handed over, against what was handed over in earlier portions. The deal says the whole of it, not the last portion: so
 * it may be read as often as one likes.
 */
final class HandedOver {
    private static final Pattern ROW = Pattern.compile("([0-9]{1,4})\\s*[=:]\\s*([0-9]{1,12}(?:[.,][0-9]{1,3})?)");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[;\\n]|,\\s+)\\s*");

    private final List<SaleRequest.Line> lines;
    private final List<Portion> earlier;

    HandedOver(List<SaleRequest.Line> lines, List<Portion> earlier) {
        this.lines = lines;
        this.earlier = earlier;
    }

    /** How much of each row was handed over in the portions before this one. */
    static Map<Integer, BigDecimal> before(List<Portion> portions, int number) {
        var sums = new HashMap<Integer, BigDecimal>();
        portions.stream()
                .filter(portion -> portion.number() < number)
                .forEach(portion ->
                        portion.rows().forEach((row, quantity) -> sums.merge(row, quantity.value(), BigDecimal::add)));
        return sums;
    }

    /**
     * @param said {@code 1=5; 3=2,5}, rows by their numbers; blank means everything
     * @return how much of which row was handed over since; nothing where nothing was
     */
    Reply<Map<Integer, Quantity>> next(String said) {
        return said.isBlank() ? next(everything()) : read(said).then(this::next);
    }

    private Map<Integer, BigDecimal> everything() {
        var all = new TreeMap<Integer, BigDecimal>();
        lines.forEach(line -> all.put(line.number(), line.quantity().value()));
        return all;
    }

    private static Reply<Map<Integer, BigDecimal>> read(String said) {
        var rows = new TreeMap<Integer, BigDecimal>();
        for (String one : BETWEEN.split(said.strip())) {
            Matcher row = ROW.matcher(one);
            if (one.isBlank()) {
                continue;
            }
            if (!row.matches()
                    || rows.put(
                                    Integer.valueOf(row.group(1)),
                                    new BigDecimal(row.group(2).replace(',', '.')))
                            != null) {
                return Reply.askPeople(new Problem.HandedOverUnreadable(said));
            }
        }
        return Reply.of(rows);
    }

    private Reply<Map<Integer, Quantity>> next(Map<Integer, BigDecimal> soFar) {
        Map<Integer, BigDecimal> before = before(earlier, Integer.MAX_VALUE);
        var problems = new ArrayList<Problem>();
        var rows = new HashMap<Integer, Quantity>();
        var all = new TreeMap<>(before);
        all.putAll(soFar);
        for (int number : all.keySet()) {
            BigDecimal now = soFar.getOrDefault(number, BigDecimal.ZERO);
            BigDecimal then = before.getOrDefault(number, BigDecimal.ZERO);
            Optional<SaleRequest.Line> line =
                    lines.stream().filter(one -> one.number() == number).findFirst();
            BigDecimal sold = line.map(one -> one.quantity().value()).orElse(BigDecimal.ZERO);
            if (now.compareTo(then) < 0 || now.compareTo(sold) > 0) {
                problems.add(new Problem.HandedOverWrong(
                        number,
                        line.map(SaleRequest.Line::name).orElse(""),
                        now.max(then).stripTrailingZeros().toPlainString(),
                        sold.stripTrailingZeros().toPlainString()));
            }
            Quantity.of(now.subtract(then)).ifPresent(quantity -> rows.put(number, quantity));
        }
        return problems.isEmpty() ? Reply.of(rows) : Reply.stop(new Outcome.NeedsPeople(problems));
    }
}
