package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.Links;
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
        LookFirst lookFirst();

        Reply<Optional<OneCRef>> look(Instant plannedAt);

        /** Called when an earlier try ended unclear. */
        default Reply<Optional<OneCRef>> lookAfterDoubt(Instant plannedAt, ProposedKey proposed) {
            return look(plannedAt);
        }

        Reply<T> make(ProposedKey proposed);

        /** What is remembered of it. */
        Link.InOneC linkTo(T made);

        /** Called when an earlier try's object was found: it may have been left half done. */
        default Reply<OneCRef> complete(OneCRef found, ProposedKey proposed) {
            return Reply.of(found);
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
            case Link.Absent() -> begin(tenant, key, by, recipe);
            case Link.Planned(Link.Claim claim) -> resume(tenant, key, claim, by, recipe);
            case Link.InOneC known -> Reply.of(new Made.Known<>(known.ref()));
        };
    }

    private <T> Reply<Made<T>> begin(Tenant tenant, LinkKey key, CrmRef by, Recipe<T> recipe) {
        Instant now = clock.instant();
        Reply<Optional<OneCRef>> found = switch (recipe.lookFirst()) {
            case ALWAYS -> recipe.look(now);
            case AFTER_DOUBT -> Reply.of(Optional.empty());
        };
        return found.then(known -> {
            if (known.isPresent()) {
                return remember(tenant, key, known.get());
            }
            Link.Claim claim = new Link.Claim(by, clock.instant());
            return switch (links.claim(tenant.id(), key, claim)) {
                case WON -> write(tenant, key, recipe);
                case LOST -> waitFor(tenant, key);
            };
        });
    }

    /** Goes on once a write of unknown outcome, begun then, must have shown. */
    <T> Reply<T> whenCertain(Instant begun, Supplier<Reply<T>> goOn) {
        Instant certain = begun.plus(UNTIL_A_LATE_WRITE_SHOWS);
        return clock.instant().isBefore(certain)
                ? Reply.stop(new Outcome.Later(certain, Delay.WRITE_OUTCOME_UNKNOWN))
                : goOn.get();
    }

    private <T> Reply<Made<T>> resume(Tenant tenant, LinkKey key, Link.Claim former, CrmRef by, Recipe<T> recipe) {
        Instant certain = former.at().plus(UNTIL_A_LATE_WRITE_SHOWS);
        Instant now = clock.instant();
        if (now.isBefore(certain)) {
            return former.by().equals(by)
                    ? Reply.stop(new Outcome.Later(certain, Delay.WRITE_OUTCOME_UNKNOWN))
                    : waitFor(tenant, key);
        }
        if (links.takeOver(tenant.id(), key, former, new Link.Claim(by, now)) == Links.Claiming.LOST) {
            return waitFor(tenant, key);
        }
        ProposedKey proposed = ProposedKey.of(tenant.id(), key);
        return recipe.lookAfterDoubt(former.at(), proposed)
                .then(found -> found.isPresent()
                        ? recipe.complete(found.get(), proposed).then(ref -> this.<T>remember(tenant, key, ref))
                        : write(tenant, key, recipe));
    }

    /** A clear refusal leaves no doubt, so the intent is taken back; after an unclear end it stays. */
    private <T> Reply<Made<T>> write(Tenant tenant, LinkKey key, Recipe<T> recipe) {
        Reply<T> written = recipe.make(ProposedKey.of(tenant.id(), key));
        switch (written) {
            case Reply.Got<T>(T made) -> links.put(tenant.id(), key, recipe.linkTo(made));
            case Reply.Stopped<T>(Outcome.Later(var _, Delay why)) when why == Delay.WRITE_OUTCOME_UNKNOWN -> {}
            case Reply.Stopped<T> _ -> links.forget(tenant.id(), key);
        }
        return written.map(Made.Fresh::new);
    }

    private <T> Reply<Made<T>> remember(Tenant tenant, LinkKey key, OneCRef ref) {
        links.put(tenant.id(), key, new Link.Created(ref));
        return Reply.of(new Made.Known<>(ref));
    }

    /** Another deal is making it; often it has just finished. */
    private <T> Reply<Made<T>> waitFor(Tenant tenant, LinkKey key) {
        return links.find(tenant.id(), key) instanceof Link.InOneC known
                ? Reply.of(new Made.Known<>(known.ref()))
                : Reply.stop(
                        new Outcome.Later(clock.instant().plus(UNTIL_ANOTHER_MAKER_IS_DONE), Delay.CLAIMED_BY_ANOTHER));
    }
}
