package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import java.net.URI;
import java.util.List;

/** The demo tenant with a base of its own somewhere else, and what a reply holds. */
final class BaseTenants {
    private BaseTenants() {}

    static Tenant at(URI publication) {
        return at(publication, SessionMode.AUTO_USE);
    }

    static Tenant at(URI publication, SessionMode sessions) {
        return at(publication, "accounting-3", "demo/onec", Tailoring.NONE, sessions);
    }

    static Tenant at(URI publication, String secret) {
        return at(publication, "accounting-3", secret, Tailoring.NONE);
    }

    static Tenant at(URI publication, String configuration, String secret, Tailoring tailoring) {
        return at(publication, configuration, secret, tailoring, SessionMode.AUTO_USE);
    }

    private static Tenant at(
            URI publication, String configuration, String secret, Tailoring tailoring, SessionMode sessions) {
        Tenant demo = DemoTenant.of("bitrix24", ItemPolicy.Unknown.DESCRIBE);
        var onec = new OneCConnection(
                configuration,
                publication,
                new SecretName(secret),
                demo.onec().organization(),
                demo.onec().zone(),
                tailoring,
                sessions);
        return new Tenant(demo.id(), demo.crm(), onec, demo.scenarios(), demo.terms(), demo.lanes());
    }

    /** The same tenant with another way of finding items. */
    static Tenant with(Tenant tenant, ItemPolicy items) {
        Terms terms = tenant.terms();
        return with(
                tenant,
                new Terms(
                        terms.sellers(),
                        terms.contracts(),
                        items,
                        terms.admission(),
                        terms.currencies(),
                        terms.outdatedVat(),
                        terms.lost(),
                        terms.won(),
                        terms.mode()));
    }

    static Tenant with(Tenant tenant, OwnCompany... sellers) {
        Terms terms = tenant.terms();
        return with(
                tenant,
                new Terms(
                        List.of(sellers),
                        terms.contracts(),
                        terms.items(),
                        terms.admission(),
                        terms.currencies(),
                        terms.outdatedVat(),
                        terms.lost(),
                        terms.won(),
                        terms.mode()));
    }

    static Tenant with(Tenant tenant, Terms terms) {
        return new Tenant(tenant.id(), tenant.crm(), tenant.onec(), tenant.scenarios(), terms, tenant.lanes());
    }

    static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Got.class);
        return ((Reply.Got<T>) reply).value();
    }

    static Outcome stopped(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Stopped.class);
        return ((Reply.Stopped<?>) reply).outcome();
    }
}
