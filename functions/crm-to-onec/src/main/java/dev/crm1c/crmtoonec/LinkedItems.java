package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.OneCItems;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The items that products were given before. An item's unit is remembered with it, so a row in that unit costs no call; of a row in another one,
 * of an item whose unit nobody wrote down, and of one that was not looked at today, 1C is asked once more, of all in one request: people mend
 * units, merge doubles and mark for deletion.
 */
@ApplicationScoped
class LinkedItems {
    private final OneCItems items;
    private final Links links;
    private final Clock clock;

    LinkedItems(OneCItems items, Links links, Clock clock) {
        this.items = items;
        this.links = links;
        this.clock = clock;
    }

    /** @param problems of lines whose item is known and may not be sold so */
    record Linked(Map<Integer, ItemChoice> choices, List<Problem.InLine> problems) {
        boolean has(SaleRequest.Line line) {
            return choices.containsKey(line.number())
                    || problems.stream().anyMatch(problem -> problem.line() == line.number());
        }
    }

    Reply<Linked> of(Tenant tenant, List<SaleRequest.Line> lines) {
        Map<Integer, Link> known = known(tenant, lines);
        Map<Integer, ItemOnFile> remembered = new HashMap<>();
        var doubtful = new ArrayList<SaleRequest.Line>();
        for (SaleRequest.Line line : lines) {
            switch (known.get(line.number())) {
                case Link.OnFile(OneCRef ref, String unit, LocalDate goodOn) -> {
                    ItemOnFile item = remembered(ref, unit);
                    remembered.put(line.number(), item);
                    if (today(tenant).isAfter(goodOn)
                            || ItemFits.problem(line, item).isPresent()) {
                        doubtful.add(line);
                    }
                }
                case Link.Created(OneCRef ref, var _) -> {
                    remembered.put(line.number(), remembered(ref, ""));
                    doubtful.add(line);
                }
                case null, default -> {}
            }
        }
        return lookedAtAgain(tenant, doubtful, remembered).map(now -> linked(lines, now));
    }

    void remember(Tenant tenant, SaleRequest.Line line, ItemOnFile item) {
        key(line)
                .ifPresent(key -> links.put(
                        tenant.id(),
                        key,
                        new Link.OnFile(new OneCRef(OneCKind.ITEM, item.key()), item.unit(), today(tenant))));
    }

    static Optional<LinkKey> key(SaleRequest.Line line) {
        return product(line).map(id -> new LinkKey(OneCKind.ITEM, "product#" + id));
    }

    static Optional<String> product(SaleRequest.Line line) {
        return switch (line.product()) {
            case DealLine.Product.FromCatalogue(String id, var _) -> Optional.of(id);
            case DealLine.Product.TypedByHand() -> Optional.empty();
        };
    }

    private Map<Integer, Link> known(Tenant tenant, List<SaleRequest.Line> lines) {
        var keys = lines.stream().flatMap(line -> key(line).stream()).collect(Collectors.toSet());
        Map<LinkKey, Link> found = links.findAll(tenant.id(), keys);
        var known = new HashMap<Integer, Link>();
        lines.forEach(line -> key(line).map(found::get).ifPresent(link -> known.put(line.number(), link)));
        return known;
    }

    /** That it is no kit was seen when it was linked. */
    private static ItemOnFile remembered(OneCRef ref, String unit) {
        return new ItemOnFile(ref.key(), ItemNature.GOODS, unit);
    }

    private LocalDate today(Tenant tenant) {
        return tenant.onec().dayOf(clock.instant());
    }

    /** An item that 1C does not show any more is looked for anew. */
    private Reply<Map<Integer, ItemOnFile>> lookedAtAgain(
            Tenant tenant, List<SaleRequest.Line> doubtful, Map<Integer, ItemOnFile> remembered) {
        if (doubtful.isEmpty()) {
            return Reply.of(remembered);
        }
        var keys = doubtful.stream()
                .map(line -> remembered.get(line.number()).key())
                .collect(Collectors.toSet());
        return items.onFile(tenant, keys).map(onFile -> {
            for (SaleRequest.Line line : doubtful) {
                UUID key = remembered.get(line.number()).key();
                if (onFile.containsKey(key)) {
                    remember(tenant, line, onFile.get(key));
                    remembered.put(line.number(), onFile.get(key));
                } else {
                    remembered.remove(line.number());
                }
            }
            return remembered;
        });
    }

    private static Linked linked(List<SaleRequest.Line> lines, Map<Integer, ItemOnFile> known) {
        var choices = new HashMap<Integer, ItemChoice>();
        var problems = new ArrayList<Problem.InLine>();
        for (SaleRequest.Line line : lines) {
            Optional.ofNullable(known.get(line.number()))
                    .ifPresent(item -> ItemFits.problem(line, item)
                            .ifPresentOrElse(
                                    problems::add,
                                    () -> choices.put(line.number(), new ItemChoice.Linked(item.key()))));
        }
        return new Linked(Map.copyOf(choices), List.copyOf(problems));
    }
}
