package dev.crm1c.simulators.bitrix24.rest;

import dev.crm1c.simulators.bitrix24.limit.Plan;
import dev.crm1c.simulators.bitrix24.rest.IncomingWebhooks.IncomingWebhook;
import dev.crm1c.simulators.bitrix24.rest.TokenBook.TokenCheck;
import dev.crm1c.simulators.bitrix24.rest.User.Standing;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.util.Optional;

/** Decides who may call the REST API at all (bitrix24.md §1, §4.2, §7.2). */
public final class Doorkeeper {
    /** What became of a credential. */
    sealed interface Admission {
        record Admitted(Caller caller) implements Admission {}

        record Refused(RestError error) implements Admission {}
    }

    private final IncomingWebhooks webhooks;
    private final TokenBook tokens;
    private final Users users;
    private final Plan plan;
    private final RestError wrongCredential;

    /** @param wrongCredential NO_AUTH_FOUND is documented, INVALID_CREDENTIALS has been seen */
    public Doorkeeper(IncomingWebhooks webhooks, TokenBook tokens, Users users, Plan plan, RestError wrongCredential) {
        this.webhooks = webhooks;
        this.tokens = tokens;
        this.users = users;
        this.plan = plan;
        this.wrongCredential = wrongCredential;
    }

    Admission admit(Credential credential) {
        if (!plan.includesRest()) {
            return new Admission.Refused(SystemErrors.REST_NOT_IN_PLAN);
        }
        return switch (credential) {
            case Credential.Webhook webhook ->
                webhooks.find(webhook).map(this::byWebhook).orElseGet(this::wrong);
            case Credential.Token token -> byToken(tokens.check(token.value()));
            case Credential.None() -> wrong();
        };
    }

    private Admission byWebhook(IncomingWebhook webhook) {
        Caller caller =
                new Caller(users.get(webhook.userId()), new Caller.Origin.Webhook(webhook.secret()), webhook.scopes());
        return working(caller, SystemErrors.CREDENTIALS_REVOKED);
    }

    private Admission byToken(TokenCheck check) {
        return switch (check) {
            case TokenCheck.Good good ->
                working(
                        new Caller(
                                users.get(good.userId()),
                                new Caller.Origin.Application(good.clientId()),
                                good.scopes()),
                        SystemErrors.USER_ACCESS_ERROR);
            case TokenCheck.Expired() -> new Admission.Refused(SystemErrors.EXPIRED_TOKEN);
            case TokenCheck.Unknown() -> wrong();
        };
    }

    private static Admission working(Caller caller, RestError otherwise) {
        return Optional.of(caller)
                .filter(known -> known.user().standing() == Standing.WORKING)
                .<Admission>map(Admission.Admitted::new)
                .orElseGet(() -> new Admission.Refused(otherwise));
    }

    private Admission wrong() {
        return new Admission.Refused(wrongCredential);
    }
}
