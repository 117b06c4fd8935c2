package dev.crm1c.model.port;

import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import java.util.Optional;

/** The only thing that the webhook reads. */
public interface WebhookDoors {

    /** May be up to a minute old. */
    Optional<WebhookDoor> doorOf(TenantId tenant);

    /**
     * A few seconds old at most: for a call that the remembered door turned away. An application that was installed a moment ago sends events at
     * once, and each of them only once.
     */
    Optional<WebhookDoor> doorLookedAtAgain(TenantId tenant);
}
