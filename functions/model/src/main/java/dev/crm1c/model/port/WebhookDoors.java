package dev.crm1c.model.port;

import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import java.util.Optional;

/** The only thing that the webhook reads. */
public interface WebhookDoors {
    /** May be up to a minute old. */
    Optional<WebhookDoor> doorOf(TenantId tenant);

    /**
     * For a call that the remembered door would turn away: an application may have been installed since, and its events never come twice. A second
     * old at most, so that strangers cannot make us read for every knock.
     */
    Optional<WebhookDoor> doorAnew(TenantId tenant);
}
