package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.bitrix24.Surroundings.SwitchedBudget;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.Salesperson;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The connector against the stand-in that was built from the reference alone. */
abstract class AgainstTheSimulator {
    @Inject
    Crm crm;

    @Inject
    SwitchedBudget budget;

    Bitrix24Simulator portal;
    Salesperson salesperson;

    @BeforeEach
    void startPortal() {
        portal = Bitrix24Simulator.start(settings().withWebhookSecret(Surroundings.WEBHOOK_SECRET));
        salesperson = portal.salesperson();
        budget.next = new Grant.Granted();
        budget.refusals.clear();
    }

    PortalSettings settings() {
        return PortalSettings.defaults();
    }

    @AfterEach
    void stopPortal() {
        portal.close();
    }

    Tenant tenant() {
        return tenantAt(portal.address(), "demo/crm");
    }

    static Tenant tenantAt(URI address, String secret) {
        Tenant demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        var connection = new CrmConnection(
                demo.crm().system(),
                address,
                new SecretName(secret),
                Set.of(),
                Map.of(
                        DealField.INVOICE_NUMBER, "UF_CRM_C1_INVOICE_NUMBER",
                        DealField.INVOICE_DATE, "UF_CRM_C1_INVOICE_DATE",
                        DealField.INVOICE_SUM, "UF_CRM_C1_INVOICE_SUM",
                        DealField.INVOICE_LINK, "UF_CRM_C1_INVOICE_LINK",
                        DealField.HANDED_OVER, "UF_CRM_C1_HANDED_OVER",
                        DealField.FILES, "UF_CRM_C1_FILES"),
                Map.of());
        return new Tenant(demo.id(), connection, demo.onec(), demo.scenarios(), demo.terms(), demo.lanes());
    }

    /** The same tenant with other terms. */
    static Tenant with(Tenant tenant, UnaryOperator<Terms> change) {
        return new Tenant(
                tenant.id(),
                tenant.crm(),
                tenant.onec(),
                tenant.scenarios(),
                change.apply(tenant.terms()),
                tenant.lanes());
    }

    /** The tenant's only company, and deals may name it. */
    static Terms sellersNamedByDeals(Terms terms) {
        return sellers(terms, new OwnCompany(DemoTenant.SELLER, Naming.BY_DEAL, DealCondition.ANY, Map.of()));
    }

    static Terms sellers(Terms terms, OwnCompany... sellers) {
        return new Terms(
                List.of(sellers),
                terms.contracts(),
                terms.items(),
                terms.admission(),
                terms.currencies(),
                terms.outdatedVat(),
                terms.lost(),
                terms.won(),
                terms.mode());
    }

    static CrmRef ref(long deal) {
        return new CrmRef(CrmKind.DEAL, Long.toString(deal));
    }

    Deal read(long deal) {
        return read(tenant(), deal);
    }

    Deal read(Tenant tenant, long deal) {
        DealReading reading = got(crm.readDeal(tenant, ref(deal)));
        assertThat(reading).isInstanceOf(DealReading.Present.class);
        return ((DealReading.Present) reading).deal();
    }

    static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Got.class);
        return ((Reply.Got<T>) reply).value();
    }

    static Outcome stopped(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Stopped.class);
        return ((Reply.Stopped<?>) reply).outcome();
    }

    static Outcome later(Duration pause, Delay why) {
        return new Outcome.Later(Surroundings.NOW.plus(pause), why);
    }
}
