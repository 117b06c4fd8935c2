package dev.crm1c.crmapp;

import dev.crm1c.crmapp.Addressees.Addressee;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.CrmApplication.Doubt;
import dev.crm1c.model.port.CrmApplication.Face;
import dev.crm1c.model.port.CrmApplication.Installation;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.Portals;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * An administrator installs our application on a tenant's portal: from now on its tokens are what we work with, and its events are let in. What
 * comes again takes the place of what came before.
 */
@ApplicationScoped
class InstallApplication {
    private final Addressees addressees;
    private final Applications applications;
    private final Portals portals;
    private final Journal journal;

    InstallApplication(Addressees addressees, Applications applications, Portals portals, Journal journal) {
        this.addressees = addressees;
        this.applications = applications;
        this.portals = portals;
        this.journal = journal;
    }

    Ending install(Call call) {
        return addressees
                .find(call.system(), call.tenant())
                .map(addressee -> install(addressee, call))
                .orElseGet(Ending.NobodyHere::new);
    }

    private Ending install(Addressee addressee, Call call) {
        var tenant = addressee.tenant();
        return switch (addressee.crm().installation(tenant, call.contentType(), call.body())) {
            case Installation.NotUnderstood(String why) -> {
                journal.turnedAway(tenant.id(), "malformed installation");
                yield new Ending.Malformed(why);
            }
            case Installation.Disproved(Doubt doubt) -> {
                journal.turnedAway(tenant.id(), doubt.name());
                yield new Ending.Forged();
            }
            case Installation.Unproved() -> {
                journal.turnedAway(tenant.id(), "unproved installation");
                yield new Ending.Unavailable();
            }
            case Installation.Proved(var application, var pace, Face face) -> {
                applications.install(tenant.id(), application);
                portals.takes(tenant.id(), pace);
                journal.installed(tenant.id());
                yield shown(face);
            }
        };
    }

    private static Ending shown(Face face) {
        return switch (face) {
            case Face.None() -> new Ending.Done();
            case Face.Page page -> new Ending.Shown(page);
        };
    }
}
