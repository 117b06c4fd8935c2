package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.LookUpItems.Seen;
import dev.crm1c.crmtoonec.LookUpItems.Wanted;
import dev.crm1c.crmtoonec.MakeOnce.CardRecipe;
import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.crmtoonec.MakeOnce.Made;
import dev.crm1c.crmtoonec.MatchItems.Matched;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.onec.ItemCard;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.OneC.Standing;
import dev.crm1c.model.port.OneCItems;
import dev.crm1c.model.port.OneCItems.Units;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the items that 1C does not have, each once, where the tenant has said of what kind new items are. */
@ApplicationScoped
class MakeItems {
    private static final String PIECE = "796";

    private final OneCItems items;
    private final MakeOnce makeOnce;
    private final Clock clock;

    MakeItems(OneCItems items, MakeOnce makeOnce, Clock clock) {
        this.items = items;
        this.makeOnce = makeOnce;
        this.clock = clock;
    }

    Reply<Matched> make(Tenant tenant, OneCBase base, SaleRequest request, Seen seen) {
        var choices = new HashMap<>(seen.choices());
        var made = new ArrayList<Integer>();
        Reply<Map<Integer, ItemChoice>> so = Reply.of(choices);
        for (Wanted wanted : seen.unknown()) {
            so = so.then(_ -> make(tenant, base, request, wanted).map(choice -> {
                choices.put(wanted.line().number(), choice);
                made.add(wanted.line().number());
                return choices;
            }));
        }
        return so.map(all ->
                new Matched(all, made.isEmpty() ? List.of() : List.of(new Remark(Remark.Kind.ITEMS_MADE, made))));
    }

    private Reply<ItemChoice> make(Tenant tenant, OneCBase base, SaleRequest request, Wanted wanted) {
        ItemCard card = card(wanted);
        return items.unit(tenant, card.unit())
                .then(unit -> unit == Units.KNOWN
                        ? makeOnce.make(tenant, key(wanted), request.deal(), new ItemRecipe(tenant, base, card))
                        : Reply.askPeople(new Problem.UnitNotInOneC(
                                wanted.line().number(), wanted.line().name(), card.unit())))
                .map(made -> new ItemChoice.Linked(
                        switch (made) {
                            case Made.Fresh<OneCRef>(OneCRef ref) -> ref.key();
                            case Made.Known<OneCRef>(OneCRef ref) -> ref.key();
                        }));
    }

    /** What was typed by hand is known by its name alone. */
    private static LinkKey key(Wanted wanted) {
        return LinkedItems.key(wanted.line())
                .orElseGet(() -> new LinkKey(
                        OneCKind.ITEM,
                        "name#" + Fingerprint.of(wanted.line().name()).hex()));
    }

    private static ItemCard card(Wanted wanted) {
        SaleRequest.Line line = wanted.line();
        return new ItemCard(
                line.name(),
                wanted.marks().article(),
                nature(line.product()),
                line.measure().isBlank() ? PIECE : line.measure(),
                line.vatRate());
    }

    private static ItemNature nature(DealLine.Product product) {
        return switch (product) {
            case DealLine.Product.FromCatalogue(var _, DealLine.Sort sort) ->
                switch (sort) {
                    case GOODS -> ItemNature.GOODS;
                    case SERVICE -> ItemNature.SERVICE;
                };
            case DealLine.Product.TypedByHand() -> ItemNature.GOODS;
        };
    }

    private final class ItemRecipe implements CardRecipe {
        private final Tenant tenant;
        private final OneCBase base;
        private final ItemCard card;

        ItemRecipe(Tenant tenant, OneCBase base, ItemCard card) {
            this.tenant = tenant;
            this.base = base;
            this.card = card;
        }

        @Override
        public LocalDate on() {
            return tenant.onec().dayOf(clock.instant());
        }

        @Override
        public Reply<Standing> standing(OneCRef known) {
            return items.onFile(tenant, Set.of(known.key()))
                    .map(found -> found.isEmpty() ? Standing.RETIRED : Standing.IN_USE);
        }

        /** It was looked for a moment ago. */
        @Override
        public LookFirst lookFirst() {
            return LookFirst.AFTER_DOUBT;
        }

        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            return items.findMade(tenant, card);
        }

        @Override
        public Reply<OneCRef> make(ProposedKey proposed) {
            return items.create(tenant, base, card, proposed);
        }

        @Override
        public Link.InOneC linkToKnown(OneCRef known, LocalDate goodOn) {
            return new Link.OnFile(known, card.unit(), goodOn);
        }
    }
}
