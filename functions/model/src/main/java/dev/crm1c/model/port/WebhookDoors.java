package dev.crm1c.model.port;

import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import java.util.Optional;

/** The only thing that the webhook reads. What is read may be up to a minute old. */
public interface WebhookDoors {
    Optional<WebhookDoor> doorOf(TenantId tenant);
}
