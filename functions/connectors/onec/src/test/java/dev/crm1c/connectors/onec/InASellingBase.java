package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** A seeded base of any configuration, a buyer in it, and what is sold to him. */
abstract class InASellingBase {
    private static final CounterpartyCard CARD = Wind.card();

    @Inject
    OneC oneC;

    OneCSimulator base;
    DemoBase seeded;

    Tenant tenant(OneCSettings settings, Tailoring tailoring) {
        base = OneCSimulator.start(settings.withLogin(Surroundings.USER, Surroundings.PASSWORD));
        seeded = DemoBase.seed(base.accountant());
        return BaseTenants.at(base.address(), settings.configuration().name(), "demo/onec", tailoring);
    }

    Tenant tenant(OneCSettings settings, Set<OneCKind> makes, Tailoring tailoring) {
        Tenant tenant = tenant(settings, tailoring);
        return new Tenant(
                tenant.id(),
                tenant.crm(),
                tenant.onec(),
                List.of(new Scenario("0", Set.of("EXECUTING"), makes)),
                tenant.terms(),
                tenant.lanes());
    }

    /** Makes whatever its configuration has. */
    Tenant seller(String configuration) {
        return tenant(OneCSettings.of(configuration), EnumSet.allOf(OneCKind.class), Tailoring.NONE);
    }

    @AfterEach
    void stopBase() {
        if (base != null) {
            base.close();
        }
    }

    static ProposedKey proposed(OneCKind kind, String source) {
        return ProposedKey.of(DemoTenant.ID, new LinkKey(kind, source));
    }

    Parties parties(Tenant tenant) {
        Parties seller = Parties.of(got(oneC.findBase(tenant)));
        Parties withPartner = oneC.kindsIn(tenant).contains(OneCKind.PARTNER)
                ? seller.with(got(oneC.createPartner(tenant, seller.base(), CARD, proposed(OneCKind.PARTNER, "w"))))
                : seller;
        Parties buyer = withPartner.with(got(
                oneC.createCounterparty(tenant, withPartner, CARD, Wind.ITSELF, proposed(OneCKind.COUNTERPARTY, "w"))));
        return buyer.with(got(oneC.createContract(
                tenant, buyer, Wind.OWN, Wind.terms(LocalDate.of(2026, 11, 1)), proposed(OneCKind.CONTRACT, "w"))));
    }

    static DocumentDraft draft(OneCKind kind, String deal, Parties parties, Content content) {
        return new DocumentDraft(
                kind,
                Marker.of(DemoTenant.ID, new CrmRef(CrmKind.DEAL, deal)),
                LocalDateTime.of(2026, 11, 21, 13, 0, 5),
                parties,
                content);
    }

    static Content lines(DocumentLine... lines) {
        return new Content.Lines(List.of(lines));
    }

    DocumentLine line(int number, String article, int quantity, long gross) {
        return line(number, new ItemChoice.Linked(seeded.items().get(article)), quantity, gross);
    }

    static DocumentLine line(int number, ItemChoice item, int quantity, long gross) {
        return new DocumentLine(
                number,
                item,
                "Строка " + number,
                new Quantity(BigDecimal.valueOf(quantity)),
                new Money(gross / quantity),
                new Money(gross),
                new VatRate.Percent(22));
    }
}
