package dev.crm1c.admin;

import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.AddressRule.Verdict;
import dev.crm1c.model.port.CrmWebhooks;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.port.TenantFile;
import dev.crm1c.model.port.TenantFile.Fault;
import dev.crm1c.model.port.TenantFile.Reading;
import dev.crm1c.model.port.TenantFile.WayIn;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a tenant file into service: reads it, checks where it points and that its secrets are there, and opens its webhook. */
@ApplicationScoped
class LoadTenant {
    private final TenantFile tenantFile;
    private final AddressRule addresses;
    private final Secrets secrets;
    private final CrmWebhooks webhooks;
    private final Tenants tenants;

    LoadTenant(TenantFile tenantFile, AddressRule addresses, Secrets secrets, CrmWebhooks webhooks, Tenants tenants) {
        this.tenantFile = tenantFile;
        this.addresses = addresses;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.tenants = tenants;
    }

    sealed interface Result {
        record Loaded(TenantId tenant) implements Result {}

        record Rejected(List<Fault> faults) implements Result {}
    }

    Result load(String file) {
        return switch (tenantFile.read(file)) {
            case Reading.Faulty(List<Fault> faults) -> new Result.Rejected(faults);
            case Reading.Good(Tenant tenant, var lines) -> load(file, tenant, lines);
        };
    }

    private Result load(String file, Tenant tenant, TenantFile.Lines lines) {
        var faults = new ArrayList<Fault>();
        if (webhooks.of(tenant.crm().system()).isEmpty()) {
            faults.add(lines.fault("/crm/system", "такая CRM пока не поддерживается"));
        }
        check(tenant.crm().address(), "/crm/address", lines, faults);
        check(tenant.onec().address(), "/onec/address", lines, faults);
        List<Fingerprint> tokens = tokens(tenant.crm().secret(), "/crm/secret", lines, faults);
        if (secrets.read(tenant.onec().secret()).isEmpty()) {
            faults.add(noSecret(tenant.onec().secret(), "/onec/secret", lines));
        }
        if (!faults.isEmpty()) {
            return new Result.Rejected(faults);
        }
        tenants.put(
                tenant,
                file,
                new WebhookDoor(
                        tenant.id(), tenant.crm().system(), tokens, tenant.crm().memberIds(), tenant.lanes()));
        return new Result.Loaded(tenant.id());
    }

    private void check(URI address, String field, TenantFile.Lines lines, List<Fault> faults) {
        Verdict verdict = addresses.judge(address);
        switch (verdict) {
            case ALLOWED -> {}
            case NOT_AN_ADDRESS -> faults.add(lines.fault(field, "это не адрес сервера"));
            case HTTPS_REQUIRED -> faults.add(lines.fault(field, "адрес должен начинаться с https://"));
            case PORT_FORBIDDEN -> faults.add(lines.fault(field, "порт должен быть 443 или не меньше 1024"));
            case HOST_UNKNOWN -> faults.add(lines.fault(field, "имя сервера не найдено в DNS"));
            case NETWORK_FORBIDDEN ->
                faults.add(lines.fault(
                        field, "адрес ведёт во внутреннюю сеть; если это нужно, её разрешает CRM1C_PRIVATE_NETWORKS"));
        }
    }

    /** The webhook keeps digests only, so that its path needs no secret store. */
    private List<Fingerprint> tokens(SecretName name, String field, TenantFile.Lines lines, List<Fault> faults) {
        Optional<Secret> secret = secrets.read(name);
        if (secret.isEmpty()) {
            faults.add(noSecret(name, field, lines));
            return List.of();
        }
        return switch (tenantFile.wayIn(secret.get())) {
            case WayIn.Tokens(List<Secret> tokens) ->
                tokens.stream().map(WebhookDoor::digestOf).toList();
            case WayIn.Installation() -> List.of();
            case WayIn.None() -> {
                faults.add(lines.fault(
                        field, "в секрете «" + name.path() + "» нет ни applicationToken, ни clientId с clientSecret"));
                yield List.of();
            }
        };
    }

    private static Fault noSecret(SecretName name, String field, TenantFile.Lines lines) {
        return lines.fault(field, "в хранилище нет секрета «" + name.path() + "»");
    }
}
