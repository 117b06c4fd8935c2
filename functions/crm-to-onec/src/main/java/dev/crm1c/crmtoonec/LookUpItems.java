package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.LinkedItems.Linked;
import dev.crm1c.model.catalogue.ProductMarks;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.OneCItems;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for the items of lines without writing to 1C: by the link made before, then by what the tenant goes by, one after another. A value that
 * two items have tells nobody apart.
 */
@ApplicationScoped
class LookUpItems {
    private final OneCItems items;
    private final LinkedItems linkedItems;

    LookUpItems(OneCItems items, LinkedItems linkedItems) {
        this.items = items;
        this.linkedItems = linkedItems;
    }

    /** A line whose item is looked for, with what its product says beside the name. */
    record Wanted(SaleRequest.Line line, ProductMarks marks) {
        String value(ItemKey by) {
            return switch (by) {
                case ARTICLE -> marks.article();
                case BARCODE -> marks.barcode();
                case NAME -> line.name();
            };
        }
    }

    /**
     * @param unknown lines whose item 1C does not have, and that may go on without
     * @param problems what people have to mend
     */
    record Seen(Map<Integer, ItemChoice> choices, List<Wanted> unknown, List<Problem> problems) {
        Seen {
            choices = Map.copyOf(choices);
            unknown = List.copyOf(unknown);
            problems = List.copyOf(problems);
        }
    }

    Reply<Seen> see(Tenant tenant, Crm crm, List<SaleRequest.Line> lines) {
        return linkedItems.of(tenant, lines).then(linked -> {
            List<SaleRequest.Line> open =
                    lines.stream().filter(line -> !linked.has(line)).toList();
            return open.isEmpty()
                    ? Reply.of(new Seen(linked.choices(), List.of(), List.copyOf(linked.problems())))
                    : marked(tenant, crm, open).then(wanted -> new Search(tenant, linked, wanted).run());
        });
    }

    /** The CRM is asked for more than names only where the tenant goes by more. */
    private static Reply<List<Wanted>> marked(Tenant tenant, Crm crm, List<SaleRequest.Line> open) {
        var products = open.stream()
                .flatMap(line -> LinkedItems.product(line).stream())
                .collect(Collectors.toSet());
        boolean names = tenant.terms().items().match().stream().allMatch(ItemKey.NAME::equals);
        Reply<Map<String, ProductMarks>> marks =
                names || products.isEmpty() ? Reply.of(Map.of()) : crm.productMarks(tenant, products);
        return marks.map(known -> open.stream()
                .map(line -> new Wanted(
                        line, LinkedItems.product(line).map(known::get).orElse(new ProductMarks("", "", ""))))
                .toList());
    }

    private final class Search {
        private final Tenant tenant;
        private final Map<Integer, ItemChoice> choices;
        private final List<Wanted> open;
        private final List<Problem> problems;

        Search(Tenant tenant, Linked linked, List<Wanted> wanted) {
            this.tenant = tenant;
            this.choices = new HashMap<>(linked.choices());
            this.problems = new ArrayList<>(linked.problems());
            this.open = new ArrayList<>(wanted);
        }

        Reply<Seen> run() {
            Reply<Seen> so = Reply.of(seen());
            for (ItemKey by : tenant.terms().items().match()) {
                so = so.then(_ -> open.isEmpty() ? Reply.of(seen()) : by(by));
            }
            return so.map(_ -> withUnknown());
        }

        private Reply<Seen> by(ItemKey by) {
            var values = open.stream()
                    .map(wanted -> wanted.value(by))
                    .filter(value -> !value.isBlank())
                    .collect(Collectors.toSet());
            if (values.isEmpty()) {
                return Reply.of(seen());
            }
            return items.find(tenant, by, values).map(found -> {
                for (Wanted wanted : List.copyOf(open)) {
                    List<ItemOnFile> candidates = found.getOrDefault(wanted.value(by), List.of());
                    if (!candidates.isEmpty()) {
                        open.remove(wanted);
                        settle(wanted.line(), by, candidates);
                    }
                }
                return seen();
            });
        }

        private void settle(SaleRequest.Line line, ItemKey by, List<ItemOnFile> candidates) {
            ItemOnFile item = candidates.getFirst();
            Optional<? extends Problem> problem = candidates.size() > 1
                    ? Optional.of(new Problem.ItemDoubled(line.number(), line.name(), by))
                    : ItemFits.problem(line, item);
            problem.ifPresentOrElse(problems::add, () -> {
                choices.put(line.number(), new ItemChoice.Linked(item.key()));
                linkedItems.remember(tenant, line, item);
            });
        }

        private Seen seen() {
            return new Seen(choices, open, problems);
        }

        private Seen withUnknown() {
            if (tenant.terms().items().unknown() == ItemPolicy.Unknown.ASK_PEOPLE) {
                open.forEach(wanted -> problems.add(new Problem.ItemNotFound(
                        wanted.line().number(), wanted.line().name())));
                open.clear();
            }
            problems.sort(
                    Comparator.comparingInt(problem -> problem instanceof Problem.InLine inLine ? inLine.line() : 0));
            return seen();
        }
    }
}
