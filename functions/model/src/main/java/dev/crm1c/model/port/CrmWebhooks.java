package dev.crm1c.model.port;

import dev.crm1c.model.tenant.CrmSystem;
import java.util.List;
import java.util.Optional;

/** The CRM products whose calls this release understands. */
public record CrmWebhooks(List<CrmWebhook> known) {
    public CrmWebhooks {
        known = List.copyOf(known);
    }

    public Optional<CrmWebhook> of(CrmSystem system) {
        return known.stream().filter(webhook -> webhook.system().equals(system)).findFirst();
    }
}
