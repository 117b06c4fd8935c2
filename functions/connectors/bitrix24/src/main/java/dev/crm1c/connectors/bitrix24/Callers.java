package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds in whose name a tenant's portal is called. Tokens are read anew for every call: another worker may have renewed them. */
@ApplicationScoped
class Callers {
    private final Secrets secrets;
    private final Applications applications;
    private final TokenSeal seal;

    Callers(Secrets secrets, Applications applications, TokenSeal seal) {
        this.secrets = secrets;
        this.applications = applications;
        this.seal = seal;
    }

    Caller of(Tenant tenant) {
        return secrets.read(tenant.crm().secret())
                .map(Bitrix24Secret::read)
                .<Caller>map(secret -> switch (secret) {
                    case Bitrix24Secret.IncomingWebhook webhook -> new Caller.Employee(webhook);
                    case Bitrix24Secret.Application application -> of(tenant, application);
                    case Bitrix24Secret.Unusable() -> new Caller.Nobody(Refusal.NO_SECRET);
                })
                .orElseGet(() -> new Caller.Nobody(Refusal.NO_SECRET));
    }

    Caller of(Tenant tenant, Bitrix24Secret.Application secret) {
        return applications
                .find(tenant.id())
                .map(installed -> of(tenant, secret, installed))
                .orElseGet(() -> new Caller.Nobody(Refusal.NOT_INSTALLED));
    }

    /** Tokens that do not open were sealed with a former secret of the application: it has to be installed anew (docs/adr/0008). */
    Caller of(Tenant tenant, Bitrix24Secret.Application secret, InstalledApplication installed) {
        return seal.open(installed.tokens(), tenant.id(), secret.clientSecret())
                .<Caller>map(tokens -> new Caller.Application(secret, installed, tokens))
                .orElseGet(() -> new Caller.Nobody(Refusal.NOT_INSTALLED));
    }
}
