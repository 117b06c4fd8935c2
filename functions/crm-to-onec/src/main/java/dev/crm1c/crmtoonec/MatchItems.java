package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives each line its item of 1C: by the link made before, else by the exact name; what 1C does not have goes by the tenant's choice. */
@ApplicationScoped
class MatchItems {
    private final OneC oneC;
    private final Links links;

    MatchItems(OneC oneC, Links links) {
        this.oneC = oneC;
        this.links = links;
    }

    /** The choice for each line, by the line's number. */
    Reply<Map<Integer, ItemChoice>> match(Tenant tenant, List<InvoiceRequest.Line> lines) {
        Map<Integer, ItemChoice> linked = linked(tenant, lines);
        List<InvoiceRequest.Line> open = lines.stream()
                .filter(line -> !linked.containsKey(line.number()))
                .toList();
        if (open.isEmpty()) {
            return Reply.of(linked);
        }
        var names = open.stream().map(InvoiceRequest.Line::name).collect(Collectors.toSet());
        return oneC.findItems(tenant, names).then(byName -> choose(tenant, linked, open, byName));
    }

    private Map<Integer, ItemChoice> linked(Tenant tenant, List<InvoiceRequest.Line> lines) {
        var keys = lines.stream().flatMap(line -> linkKey(line).stream()).collect(Collectors.toSet());
        Map<LinkKey, Link> found = links.findAll(tenant.id(), keys);
        var choices = new HashMap<Integer, ItemChoice>();
        for (InvoiceRequest.Line line : lines) {
            Optional<Link> link = linkKey(line).map(found::get);
            if (link.isPresent() && link.get() instanceof Link.Created(OneCRef ref)) {
                choices.put(line.number(), new ItemChoice.Linked(ref.key()));
            }
        }
        return choices;
    }

    private Reply<Map<Integer, ItemChoice>> choose(
            Tenant tenant, Map<Integer, ItemChoice> linked, List<InvoiceRequest.Line> open, Map<String, UUID> byName) {
        var choices = new HashMap<>(linked);
        for (InvoiceRequest.Line line : open) {
            UUID item = byName.get(line.name());
            if (item != null) {
                linkKey(line)
                        .ifPresent(
                                key -> links.put(tenant.id(), key, new Link.Created(new OneCRef(OneCKind.ITEM, item))));
                choices.put(line.number(), new ItemChoice.Linked(item));
            }
        }
        List<InvoiceRequest.Line> unknown = open.stream()
                .filter(line -> !choices.containsKey(line.number()))
                .toList();
        return switch (tenant.unknownItems()) {
            case DESCRIBE -> {
                unknown.forEach(line -> choices.put(line.number(), new ItemChoice.Described()));
                yield Reply.of(choices);
            }
            case ASK_PEOPLE -> unknown.isEmpty() ? Reply.of(choices) : Reply.stop(notFound(unknown));
        };
    }

    private static Outcome notFound(List<InvoiceRequest.Line> unknown) {
        return new Outcome.NeedsPeople(unknown.stream()
                .<Problem>map(line -> new Problem.ItemNotFound(line.number(), line.name()))
                .toList());
    }

    private static Optional<LinkKey> linkKey(InvoiceRequest.Line line) {
        return switch (line.product()) {
            case DealLine.Product.FromCatalogue(String id) -> Optional.of(new LinkKey(OneCKind.ITEM, "product#" + id));
            case DealLine.Product.TypedByHand() -> Optional.empty();
        };
    }
}
