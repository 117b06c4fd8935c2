package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.tenant.Tenant;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/** One try of a call. It is repeated for either reason once at most, or a portal could keep us busy for ever. */
record Attempt(
        Tenant tenant, PortalRequest request, Caller.Known caller, URI portal, Pace pace, Set<Reason> repeatedFor) {

    enum Reason {
        NEW_TOKENS,
        NEW_ADDRESS
    }

    static Attempt first(Tenant tenant, PortalRequest request, Caller.Known caller, PortalFacts facts) {
        return new Attempt(
                tenant,
                request,
                caller,
                facts.whereabouts().from(tenant.crm().address()),
                facts.pace(),
                EnumSet.noneOf(Reason.class));
    }

    boolean isRepeatedFor(Reason reason) {
        return repeatedFor.contains(reason);
    }

    Attempt as(Caller.Known another) {
        return new Attempt(tenant, request, another, portal, pace, and(Reason.NEW_TOKENS));
    }

    Attempt at(URI another) {
        return new Attempt(tenant, request, caller, another, pace, and(Reason.NEW_ADDRESS));
    }

    private Set<Reason> and(Reason reason) {
        var all = EnumSet.of(reason);
        all.addAll(repeatedFor);
        return all;
    }
}
