package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.crm1c.model.tenant.Secret;

/** What a tenant's secret for the portal lets us be: an employee's incoming webhook, or an application. */
sealed interface Bitrix24Secret {
    ObjectReader JSON = new ObjectMapper().reader();

    /**
     * @param credential {@code 1/abcdef…}: the employee and the secret, as they stand in the webhook's address
     */
    record IncomingWebhook(String credential) implements Bitrix24Secret {
        @Override
        public String toString() {
            return "***";
        }
    }

    record Application(String clientId, Secret clientSecret) implements Bitrix24Secret {}

    record Unusable() implements Bitrix24Secret {}

    /** {@code {"webhook":"1/…"}} or {@code {"clientId":"local.…","clientSecret":"…"}}; whoever has both is an application. */
    static Bitrix24Secret read(Secret secret) {
        JsonNode fields;
        try {
            fields = JSON.readTree(secret.text());
        } catch (JsonProcessingException _) {
            return new Unusable();
        }
        String clientId = fields.path("clientId").asText();
        String clientSecret = fields.path("clientSecret").asText();
        if (clientId.matches("[A-Za-z0-9._-]{1,100}") && !clientSecret.isBlank()) {
            return new Application(clientId, new Secret(clientSecret));
        }
        String webhook = fields.path("webhook").asText();
        return webhook.matches("[0-9]+/[A-Za-z0-9]+") ? new IncomingWebhook(webhook) : new Unusable();
    }
}
