package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.bitrix24.Attempt.Reason;
import dev.crm1c.connectors.bitrix24.RenewTokens.Renewed;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Calls a tenant's portal, inside the portal's budget; gets new tokens and goes after a renamed portal on the way. */
@ApplicationScoped
class Bitrix24Client {
    private final PortalExchange exchange;
    private final Callers callers;
    private final RenewTokens renewal;
    private final Redirects redirects;
    private final PortalLimits limits;
    private final Bitrix24Errors errors;
    private final Portals portals;
    private final AddressRule addresses;

    Bitrix24Client(
            PortalExchange exchange,
            Callers callers,
            RenewTokens renewal,
            Redirects redirects,
            PortalLimits limits,
            Bitrix24Errors errors,
            Portals portals,
            AddressRule addresses) {
        this.exchange = exchange;
        this.callers = callers;
        this.renewal = renewal;
        this.redirects = redirects;
        this.limits = limits;
        this.errors = errors;
        this.portals = portals;
        this.addresses = addresses;
    }

    Reply<BatchAnswer> call(Tenant tenant, Batch batch) {
        return answer(tenant, PortalRequest.of(batch)).reply().map(BatchAnswer::new);
    }

    /** The answer's {@code result}. */
    Reply<JsonNode> call(Tenant tenant, String method, ObjectNode parameters) {
        return answer(tenant, method, parameters).reply();
    }

    /** The same for whoever must know why it failed, and whether something may have been written. */
    Answer answer(Tenant tenant, String method, ObjectNode parameters) {
        return answer(tenant, PortalRequest.of(method, parameters));
    }

    Answer answer(Tenant tenant, Batch batch) {
        return answer(tenant, PortalRequest.of(batch));
    }

    /** The same in the name of somebody who brought his own token. */
    Answer answer(Tenant tenant, Caller.Visitor visitor, String method, ObjectNode parameters) {
        return ask(Attempt.first(tenant, PortalRequest.of(method, parameters), visitor, portals.find(tenant.id())));
    }

    private Answer answer(Tenant tenant, PortalRequest request) {
        return switch (callers.of(tenant)) {
            case Caller.Nobody(Refusal why) -> errors.answer(why, request.effect());
            case Caller.Known caller -> {
                PortalFacts facts = portals.find(tenant.id());
                yield ask(Attempt.first(tenant, named(request, facts.channel()), caller, facts));
            }
        };
    }

    private static PortalRequest named(PortalRequest request, ChangeChannel channel) {
        return switch (channel) {
            case EVENTS, CHANGE_LIST -> request;
            case CHANGE_LIST_WITHOUT_OUR_OWN -> request.signedBy(Wanted.CONNECTOR);
        };
    }

    private Answer ask(Attempt attempt) {
        if (addresses.judge(attempt.portal()) != AddressRule.Verdict.ALLOWED) {
            return refused(attempt, Refusal.ADDRESS_WRONG);
        }
        return switch (limits.take(attempt.portal(), attempt.pace(), attempt.request())) {
            case Grant.ComeBackAt(var instant) ->
                new Answer.NotAsked(new Outcome.Later(instant, Delay.CRM_BUDGET_SPENT));
            case Grant.Granted() -> {
                Heard heard = exchange.post(attempt.portal(), attempt.caller(), attempt.request());
                limits.note(attempt.portal(), attempt.pace(), attempt.request(), heard);
                rememberMove(attempt, heard);
                yield understood(attempt, heard);
            }
        };
    }

    private Answer understood(Attempt attempt, Heard heard) {
        return switch (heard) {
            case Heard.Result(JsonNode value, var _) -> new Answer.Result(value);
            case Heard.Failure failure -> failed(attempt, failure);
            case Heard.Redirect redirect -> followed(attempt, redirect);
            case Heard.Strange(int status) -> refused(attempt, Refusals.of(status));
            case Heard.Silence() -> refused(attempt, Refusal.SILENT);
            case Heard.NobodyThere() -> refused(attempt, Refusal.UNREACHABLE);
        };
    }

    private Answer failed(Attempt attempt, Heard.Failure failure) {
        if (failure.isTokenExpired()
                && attempt.caller() instanceof Caller.Application application
                && !attempt.isRepeatedFor(Reason.NEW_TOKENS)) {
            return switch (renewal.after(attempt.tenant(), application)) {
                case Renewed.Ready(Caller.Application renewed) -> ask(attempt.as(renewed));
                case Renewed.NotNow(Answer instead) -> instead;
            };
        }
        Refusal refusal = Refusals.of(failure.status(), failure.code());
        return refusal == Refusal.METHOD_OUT_OF_TIME
                ? new Answer.Refused(refusal, errors.outOfTime(limits.opens(failure.time())))
                : refused(attempt, refusal);
    }

    private Answer followed(Attempt attempt, Heard.Redirect redirect) {
        if (attempt.isRepeatedFor(Reason.NEW_ADDRESS)) {
            return refused(attempt, Refusal.ADDRESS_WRONG);
        }
        return redirects
                .newPortal(
                        attempt.caller()
                                .address(attempt.portal(), attempt.request().method()),
                        redirect)
                .map(portal -> ask(attempt.at(portal)))
                .orElseGet(() -> refused(attempt, Refusal.ADDRESS_WRONG));
    }

    /** Not before a portal has answered there: a redirect alone may be a network's login page. */
    private void rememberMove(Attempt attempt, Heard heard) {
        if (attempt.isRepeatedFor(Reason.NEW_ADDRESS) && heard.isFromAPortal()) {
            portals.moved(
                    attempt.tenant().id(),
                    new Whereabouts.Moved(attempt.tenant().crm().address(), attempt.portal()));
        }
    }

    private Answer refused(Attempt attempt, Refusal refusal) {
        return errors.answer(refusal, attempt.request().effect());
    }
}
