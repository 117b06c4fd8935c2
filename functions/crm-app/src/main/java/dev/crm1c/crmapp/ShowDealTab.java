package dev.crm1c.crmapp;

import dev.crm1c.crmapp.Addressees.Addressee;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.CrmApplication.Doubt;
import dev.crm1c.model.port.CrmApplication.Visit;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tab in a deal: shows to whoever may see the deal how it stands with 1C, from what the table knows; 1C is not asked. */
@ApplicationScoped
class ShowDealTab {
    /** In the order in which they come about. */
    private static final List<OneCKind> DOCUMENTS =
            List.of(OneCKind.ORDER, OneCKind.INVOICE, OneCKind.REALIZATION, OneCKind.ACT, OneCKind.TAX_INVOICE);

    private final Addressees addressees;
    private final Applications applications;
    private final Works works;
    private final Links links;
    private final SendPermits permits;
    private final DealTabPage page;
    private final Journal journal;

    ShowDealTab(
            Addressees addressees,
            Applications applications,
            Works works,
            Links links,
            SendPermits permits,
            DealTabPage page,
            Journal journal) {
        this.addressees = addressees;
        this.applications = applications;
        this.works = works;
        this.links = links;
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
        return permit.<Ending>map(text -> new Ending.Shown(page.show(tenant, standing(tenant, deal), text)))
                .orElseGet(Ending.Forged::new);
    }

    private Standing standing(Tenant tenant, CrmRef deal) {
        Set<LinkKey> keys =
                DOCUMENTS.stream().map(kind -> LinkKey.ofDocument(kind, deal)).collect(Collectors.toUnmodifiableSet());
        var found = links.findAll(tenant.id(), keys);
        return new Standing(
                works.find(tenant.id(), deal),
                DOCUMENTS.stream()
                        .map(kind -> LinkKey.ofDocument(kind, deal))
                        .filter(found::containsKey)
                        .map(key -> new Standing.Document(key.kind(), found.get(key)))
                        .toList());
    }
}
