package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.OneC.Standing;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a 1C object once, whoever asks and however often a try is cut off. 1C has no idempotency key, so the intent is stored before the
 * write, and whoever finds an intent without an end looks in 1C before writing again.
 */
@ApplicationScoped
class MakeOnce {
    /** A write whose answer was lost may still commit for as long as the web server lets it run. */
    private static final Duration UNTIL_A_LATE_WRITE_SHOWS = Duration.ofMinutes(2);

    private static final Duration UNTIL_ANOTHER_MAKER_IS_DONE = Duration.ofSeconds(20);

    private final Links links;
    private final Clock clock;

    MakeOnce(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** One kind of object: how to find it, how to make it. */
    interface Recipe<T> {
        /** The day of the document that it goes into: what was not yet seen to be good that day is looked at again. */
        default LocalDate on() {
            return Link.Created.NEVER;
        }

        /** Whether a known one still does. */
        default Reply<Standing> standing(OneCRef known) {
            return Reply.of(Standing.IN_USE);
        }

        LookFirst lookFirst();

        Reply<Optional<OneCRef>> look(Instant plannedAt);

        /** Called when an earlier try ended unclear. */
        default Reply<Optional<OneCRef>> lookAfterDoubt(Instant plannedAt, ProposedKey proposed) {
            return look(plannedAt);
        }

        Reply<T> make(ProposedKey proposed);

        /** What is remembered of it when it has just been made. */
        Link.InOneC linkTo(T made, LocalDate goodOn);

        /** And when it was there. */
        default Link.InOneC linkToKnown(OneCRef known, LocalDate goodOn) {
            return new Link.Created(known, goodOn);
        }

        /** Called when an earlier try's object was found: it may have been left half done. */
        default Reply<OneCRef> complete(OneCRef found, ProposedKey proposed) {
            return Reply.of(found);
        }
    }

    /** Of an object that is remembered in one way, whether it was found or made. */
    interface CardRecipe extends Recipe<OneCRef> {
        @Override
        default Link.InOneC linkTo(OneCRef made, LocalDate goodOn) {
            return linkToKnown(made, goodOn);
        }
    }

    enum LookFirst {
        /** 1C may have it from before us. */
        ALWAYS,
        /** Only a try of ours can have made it. */
        AFTER_DOUBT
    }

    sealed interface Made<T> {
        record Known<T>(OneCRef ref) implements Made<T> {}

        record Fresh<T>(T value) implements Made<T> {}
    }

    <T> Reply<Made<T>> make(Tenant tenant, LinkKey key, CrmRef by, Recipe<T> recipe) {
        return switch (links.find(tenant.id(), key)) {
            case Link.Absent() ->
                begin(tenant, key, recipe, () -> {
                    var claim = new Link.Claim(by, clock.instant());
                    return claimed(links.claim(tenant.id(), key, claim), tenant, key, claim, recipe);
                });
            case Link.Planned(Link.Claim claim) -> resume(tenant, key, claim, by, recipe);
            case Link.Created(OneCRef ref, LocalDate goodOn) -> known(tenant, key, ref, goodOn, by, recipe);
            case Link.OnFile(OneCRef ref, var _, LocalDate goodOn) -> known(tenant, key, ref, goodOn, by, recipe);
            case Link.InOneC known -> Reply.of(new Made.Known<>(known.ref()));
        };
    }

    /** Trusted until the day is over: what people merged, closed or marked for deletion is found or made anew. */
    private <T> Reply<Made<T>> known(
            Tenant tenant, LinkKey key, OneCRef known, LocalDate goodOn, CrmRef by, Recipe<T> recipe) {
        if (!recipe.on().isAfter(goodOn)) {
            return Reply.of(new Made.Known<>(known));
        }
        return recipe.standing(known).then(standing -> switch (standing) {
            case IN_USE -> remember(tenant, key, known, recipe);
            case RETIRED ->
                begin(tenant, key, recipe, () -> {
                    var claim = new Link.Claim(by, clock.instant(), known.key());
                    return claimed(links.claimInstead(tenant.id(), key, known, claim), tenant, key, claim, recipe);
                });
        });
    }

    private <T> Reply<Made<T>> begin(Tenant tenant, LinkKey key, Recipe<T> recipe, Supplier<Reply<Made<T>>> makeIt) {
        Instant now = clock.instant();
        Reply<Optional<OneCRef>> found = switch (recipe.lookFirst()) {
            case ALWAYS -> recipe.look(now);
            case AFTER_DOUBT -> Reply.of(Optional.empty());
        };
        return found.then(known -> known.isPresent() ? remember(tenant, key, known.get(), recipe) : makeIt.get());
    }

    private <T> Reply<Made<T>> claimed(
            Links.Claiming claiming, Tenant tenant, LinkKey key, Link.Claim claim, Recipe<T> recipe) {
        return switch (claiming) {
            case WON -> write(tenant, key, claim, recipe);
            case LOST -> waitFor(tenant, key);
        };
    }

    /** Goes on once a write of unknown outcome, begun then, must have shown. */
    <T> Reply<T> whenCertain(Instant begun, Supplier<Reply<T>> goOn) {
        Outcome.Later certain = untilCertain(begun);
        return clock.instant().isBefore(certain.until()) ? Reply.stop(certain) : goOn.get();
    }

    static Outcome.Later untilCertain(Instant begun) {
        return new Outcome.Later(begun.plus(UNTIL_A_LATE_WRITE_SHOWS), Delay.WRITE_OUTCOME_UNKNOWN);
    }

    private <T> Reply<Made<T>> resume(Tenant tenant, LinkKey key, Link.Claim former, CrmRef by, Recipe<T> recipe) {
        Outcome.Later certain = untilCertain(former.at());
        Instant now = clock.instant();
        if (now.isBefore(certain.until())) {
            return former.by().equals(by) ? Reply.stop(certain) : waitFor(tenant, key);
        }
        var claim = new Link.Claim(by, now, former.insteadOf());
        if (links.takeOver(tenant.id(), key, former, claim) == Links.Claiming.LOST) {
            return waitFor(tenant, key);
        }
        ProposedKey proposed = claim.proposedKey(tenant.id(), key);
        return recipe.lookAfterDoubt(former.at(), proposed)
                .then(found -> found.isPresent()
                        ? recipe.complete(found.get(), proposed).then(ref -> remember(tenant, key, ref, recipe))
                        : write(tenant, key, claim, recipe));
    }

    /** A clear refusal leaves no doubt, so the intent is taken back; after an unclear end it stays. */
    private <T> Reply<Made<T>> write(Tenant tenant, LinkKey key, Link.Claim claim, Recipe<T> recipe) {
        Reply<T> written = recipe.make(claim.proposedKey(tenant.id(), key));
        switch (written) {
            case Reply.Got<T>(T made) -> links.put(tenant.id(), key, recipe.linkTo(made, seenOn(tenant, recipe.on())));
            case Reply.Stopped<T>(Outcome.Later(var _, Delay why)) when why == Delay.WRITE_OUTCOME_UNKNOWN -> {}
            case Reply.Stopped<T> _ -> takeBack(tenant, key, claim);
        }
        return written.map(Made.Fresh::new);
    }

    /** What was to be replaced stays known: its key is still taken in 1C. */
    private void takeBack(Tenant tenant, LinkKey key, Link.Claim claim) {
        if (claim.insteadOf().equals(Link.Claim.NOTHING)) {
            links.forget(tenant.id(), key);
        } else {
            links.put(tenant.id(), key, new Link.Created(new OneCRef(key.kind(), claim.insteadOf())));
        }
    }

    private <T> Reply<Made<T>> remember(Tenant tenant, LinkKey key, OneCRef ref, Recipe<T> recipe) {
        links.put(tenant.id(), key, recipe.linkToKnown(ref, seenOn(tenant, recipe.on())));
        return Reply.of(new Made.Known<>(ref));
    }

    /** It was just seen in 1C. */
    void remember(Tenant tenant, LinkKey key, OneCRef ref, LocalDate on) {
        links.put(tenant.id(), key, new Link.Created(ref, seenOn(tenant, on)));
    }

    /** A document may be dated ahead, but nobody has seen what will be then. */
    private LocalDate seenOn(Tenant tenant, LocalDate on) {
        LocalDate today = tenant.onec().dayOf(clock.instant());
        return on.isAfter(today) ? today : on;
    }

    /** Another deal is making it; often it has just finished. */
    private <T> Reply<Made<T>> waitFor(Tenant tenant, LinkKey key) {
        return links.find(tenant.id(), key) instanceof Link.InOneC known
                ? Reply.of(new Made.Known<>(known.ref()))
                : Reply.stop(
                        new Outcome.Later(clock.instant().plus(UNTIL_ANOTHER_MAKER_IS_DONE), Delay.CLAIMED_BY_ANOTHER));
    }
}
