package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.AuthorisationServer.Given;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.Applications.Claim;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Gets an application the pair of tokens after the one that the portal has refused. Of any number of workers one asks for it: two renewals with
 * one refresh token kill each other. Never ahead of time: the vendor bans applications that renew on a schedule.
 * Source: reference "bitrix24", 1.2; docs/adr/0008.
 */
@ApplicationScoped
class RenewTokens {
    /** Longer than the authorisation server is waited for. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final Applications applications;
    private final AuthorisationServer server;
    private final TokenSeal seal;
    private final Callers callers;
    private final Bitrix24Errors errors;
    private final Clock clock;

    RenewTokens(
            Applications applications,
            AuthorisationServer server,
            TokenSeal seal,
            Callers callers,
            Bitrix24Errors errors,
            Clock clock) {
        this.applications = applications;
        this.server = server;
        this.seal = seal;
        this.callers = callers;
        this.errors = errors;
        this.clock = clock;
    }

    sealed interface Renewed {
        record Ready(Caller.Application caller) implements Renewed {}

        record NotNow(Answer instead) implements Renewed {}
    }

    Renewed after(Tenant tenant, Caller.Application expired) {
        Instant until = clock.instant().plus(CLAIM);
        return switch (applications.claimRenewal(
                tenant.id(), expired.installed().version(), until)) {
            case Claim.Ours() -> ask(tenant, expired, until);
            case Claim.Over(InstalledApplication current) -> ready(callers.of(tenant, expired.secret(), current));
            case Claim.OfAnother(Instant theirs) -> comeBack(theirs, Delay.CRM_TOKENS_BEING_RENEWED);
            case Claim.NotInstalled() -> refused(Refusal.NOT_INSTALLED);
        };
    }

    /** After an unclear end the claim runs out by itself, and whoever comes then tries the same refresh token once more. */
    private Renewed ask(Tenant tenant, Caller.Application expired, Instant until) {
        return switch (server.next(expired)) {
            case Given.Pair(Tokens tokens) -> store(tenant, expired, tokens);
            case Given.BadGrant() -> newerThan(tenant, expired);
            case Given.Denied(Refusal why) -> refusedForGood(tenant, expired, why);
            case Given.Unclear() -> comeBack(until, Delay.CRM_ANSWER_UNCLEAR);
        };
    }

    private Renewed store(Tenant tenant, Caller.Application expired, Tokens tokens) {
        TenantId id = tenant.id();
        Sealed sealed = seal.seal(tokens, id, expired.secret().clientSecret());
        return switch (applications.renewed(id, expired.installed().version(), sealed)) {
            case STORED -> new Renewed.Ready(expired.with(tokens));
            case SUPERSEDED -> newerThan(tenant, expired);
        };
    }

    /** Somebody may have renewed or installed the application meanwhile; if nobody has, its tokens are dead. */
    private Renewed newerThan(Tenant tenant, Caller.Application expired) {
        return applications
                .find(tenant.id())
                .filter(current -> current.version() != expired.installed().version())
                .map(current -> ready(callers.of(tenant, expired.secret(), current)))
                .orElseGet(() -> refusedForGood(tenant, expired, Refusal.NOT_INSTALLED));
    }

    /** Fifty parked deals would otherwise each ask the authorisation server again. */
    private Renewed refusedForGood(Tenant tenant, Caller.Application expired, Refusal why) {
        Outcome.Later meaning = errors.meaning(why);
        applications.putOffRenewal(tenant.id(), expired.installed().version(), meaning.until());
        return new Renewed.NotNow(new Answer.Refused(why, meaning));
    }

    private Renewed ready(Caller caller) {
        return caller instanceof Caller.Application application
                ? new Renewed.Ready(application)
                : refused(Refusal.NOT_INSTALLED);
    }

    private Renewed refused(Refusal why) {
        return new Renewed.NotNow(new Answer.Refused(why, errors.meaning(why)));
    }

    private static Renewed comeBack(Instant at, Delay why) {
        return new Renewed.NotNow(new Answer.NotAsked(new Outcome.Later(at, why)));
    }
}
