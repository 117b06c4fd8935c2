package dev.crm1c.crmtoonec;

import dev.crm1c.model.catalogue.ProductMarks;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.OneCItems;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks for the items of lines without writing to 1C: by the link made before, then by what the tenant goes by, one after another. A value that
 * two items have tells nobody apart.
 */
@ApplicationScoped
class LookUpItems {
    /** Piece, unit, unit of service: a CRM calls them all pieces, and one of them is one of the others. */
    private static final Set<String> ONE_BY_ONE = Set.of("796", "642", "876");

    private final OneCItems items;
    private final Links links;
    private final Clock clock;

    LookUpItems(OneCItems items, Links links, Clock clock) {
        this.items = items;
        this.links = links;
        this.clock = clock;
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
        return linked(tenant, lines).then(linked -> {
            List<SaleRequest.Line> open = lines.stream()
                    .filter(line -> !linked.containsKey(line.number()))
                    .toList();
            return open.isEmpty()
                    ? Reply.of(new Seen(linked, List.of(), List.of()))
                    : marked(tenant, crm, open).then(wanted -> new Search(tenant, linked, wanted).run());
        });
    }

    private Reply<Map<Integer, ItemChoice>> linked(Tenant tenant, List<SaleRequest.Line> lines) {
        var keys = lines.stream().flatMap(line -> linkKey(line).stream()).collect(Collectors.toSet());
        var known = new HashMap<LinkKey, Link.Created>();
        links.findAll(tenant.id(), keys).forEach((key, link) -> {
            if (link instanceof Link.Created created) {
                known.put(key, created);
            }
        });
        return inUse(tenant, known).map(inUse -> {
            var choices = new HashMap<Integer, ItemChoice>();
            for (SaleRequest.Line line : lines) {
                linkKey(line)
                        .filter(inUse::containsKey)
                        .ifPresent(key -> choices.put(
                                line.number(),
                                new ItemChoice.Linked(inUse.get(key).ref().key())));
            }
            return choices;
        });
    }

    /** People merge doubles and mark for deletion: those that were not looked at today are, all in one request. */
    private Reply<Map<LinkKey, Link.Created>> inUse(Tenant tenant, Map<LinkKey, Link.Created> known) {
        LocalDate today = today(tenant);
        var unseen = new HashMap<>(known);
        unseen.values().removeIf(link -> !today.isAfter(link.goodOn()));
        if (unseen.isEmpty()) {
            return Reply.of(known);
        }
        var itsKeys = unseen.values().stream().map(link -> link.ref().key()).collect(Collectors.toSet());
        return items.natures(tenant, itsKeys).map(natures -> {
            var inUse = new HashMap<>(known);
            unseen.forEach((key, link) -> {
                if (natures.containsKey(link.ref().key())) {
                    links.put(tenant.id(), key, new Link.Created(link.ref(), today));
                } else {
                    inUse.remove(key);
                }
            });
            return inUse;
        });
    }

    private LocalDate today(Tenant tenant) {
        return LocalDate.ofInstant(clock.instant(), tenant.onec().zone());
    }

    /** The CRM is asked for more than names only where the tenant goes by more. */
    private static Reply<List<Wanted>> marked(Tenant tenant, Crm crm, List<SaleRequest.Line> open) {
        var products = open.stream().flatMap(line -> product(line).stream()).collect(Collectors.toSet());
        boolean names = tenant.terms().items().match().stream().allMatch(ItemKey.NAME::equals);
        Reply<Map<String, ProductMarks>> marks =
                names || products.isEmpty() ? Reply.of(Map.of()) : crm.productMarks(tenant, products);
        return marks.map(known -> open.stream()
                .map(line -> new Wanted(line, product(line).map(known::get).orElse(new ProductMarks("", "", ""))))
                .toList());
    }

    static Optional<LinkKey> linkKey(SaleRequest.Line line) {
        return product(line).map(id -> new LinkKey(OneCKind.ITEM, "product#" + id));
    }

    private static Optional<String> product(SaleRequest.Line line) {
        return switch (line.product()) {
            case DealLine.Product.FromCatalogue(String id, var _) -> Optional.of(id);
            case DealLine.Product.TypedByHand() -> Optional.empty();
        };
    }

    private final class Search {
        private final Tenant tenant;
        private final Map<Integer, ItemChoice> choices;
        private final List<Wanted> open;
        private final List<Problem> problems = new ArrayList<>();

        Search(Tenant tenant, Map<Integer, ItemChoice> linked, List<Wanted> wanted) {
            this.tenant = tenant;
            this.choices = new HashMap<>(linked);
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
            Optional<Problem> problem = candidates.size() > 1
                    ? Optional.of(new Problem.ItemDoubled(line.number(), line.name(), by))
                    : problem(line, item);
            problem.ifPresentOrElse(problems::add, () -> {
                choices.put(line.number(), new ItemChoice.Linked(item.key()));
                remember(line, item.key());
            });
        }

        private void remember(SaleRequest.Line line, UUID item) {
            linkKey(line)
                    .ifPresent(key -> links.put(
                            tenant.id(), key, new Link.Created(new OneCRef(OneCKind.ITEM, item), today(tenant))));
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

    private static Optional<Problem> problem(SaleRequest.Line line, ItemOnFile item) {
        if (item.nature() == ItemNature.KIT) {
            return Optional.of(new Problem.KitAsLine(line.number(), line.name()));
        }
        boolean unitsDiffer =
                !line.measure().isBlank() && !item.unit().isBlank() && !sameUnit(line.measure(), item.unit());
        return unitsDiffer
                ? Optional.of(new Problem.UnitDiffers(line.number(), line.name(), line.measure(), item.unit()))
                : Optional.empty();
    }

    /** Codes of ОКЕИ, with or without leading zeros. */
    private static boolean sameUnit(String one, String other) {
        String ours = one.replaceFirst("^0+", "");
        String theirs = other.replaceFirst("^0+", "");
        return ours.equals(theirs) || ONE_BY_ONE.contains(ours) && ONE_BY_ONE.contains(theirs);
    }
}
