package dev.crm1c.crmapp;

import dev.crm1c.crmapp.Addressees.Addressee;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.CrmApplication.Doubt;
import dev.crm1c.model.port.CrmApplication.Visit;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The tab in a deal: shows to whoever may see the deal how it stands with 1C, from what the table knows; 1C is not asked. */
@ApplicationScoped
class ShowDealTab {
    private final Addressees addressees;
    private final Applications applications;
    private final Standings standings;
    private final SendPermits permits;
    private final DealTabPage page;
    private final Journal journal;

    ShowDealTab(
            Addressees addressees,
            Applications applications,
            Standings standings,
            SendPermits permits,
            DealTabPage page,
            Journal journal) {
        this.addressees = addressees;
        this.applications = applications;
        this.standings = standings;
        this.permits = permits;
        this.page = page;
        this.journal = journal;
    }

    /** A tenant without an installed application is answered like no tenant at all. */
    Ending show(Call call) {
        return addressees
                .find(call.system(), call.tenant())
                .flatMap(addressee ->
                        applications.find(addressee.tenant().id()).map(installed -> show(addressee, installed, call)))
                .orElseGet(Ending.NobodyHere::new);
    }

    private Ending show(Addressee addressee, InstalledApplication installed, Call call) {
        Tenant tenant = addressee.tenant();
        return switch (addressee.crm().visit(tenant, installed, call.contentType(), call.body())) {
            case Visit.NotUnderstood(String why) -> {
                journal.turnedAway(tenant.id(), "malformed visit");
                yield new Ending.Malformed(why);
            }
            case Visit.Disproved(Doubt doubt) -> {
                journal.turnedAway(tenant.id(), doubt.name());
                yield new Ending.Forged();
            }
            case Visit.NoRights() -> new Ending.NoRights();
            case Visit.Unproved() -> new Ending.Unavailable();
            case Visit.Proved(CrmRef deal) -> shown(tenant, installed, deal);
        };
    }

    private Ending shown(Tenant tenant, InstalledApplication installed, CrmRef deal) {
        Optional<String> permit = permits.grant(tenant, installed, deal);
        return permit.<Ending>map(text -> new Ending.Shown(page.show(tenant, standings.of(tenant.id(), deal), text)))
                .orElseGet(Ending.Forged::new);
    }
}
