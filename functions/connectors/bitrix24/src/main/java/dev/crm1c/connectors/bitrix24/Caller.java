package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.portal.InstalledApplication;
import java.net.URI;

/** In whose name a portal is called. Source: reference "bitrix24", 1.1–1.2. */
sealed interface Caller {

    /** Nobody: there is no secret, or no application on the portal. */
    record Nobody(Refusal why) implements Caller {}

    sealed interface Known extends Caller {
        URI address(URI portal, String method);

        ObjectNode sign(ObjectNode parameters);
    }

    /** An employee; the secret is a part of the address. */
    record Employee(Bitrix24Secret.IncomingWebhook webhook) implements Known {
        @Override
        public URI address(URI portal, String method) {
            return rest(portal, webhook.credential() + "/" + method);
        }

        @Override
        public ObjectNode sign(ObjectNode parameters) {
            return parameters;
        }
    }

    /** Our application; the token goes in the body, because addresses come into logs on the way. */
    record Application(Bitrix24Secret.Application secret, InstalledApplication installed, Tokens tokens)
            implements Known {
        @Override
        public URI address(URI portal, String method) {
            return rest(portal, method);
        }

        @Override
        public ObjectNode sign(ObjectNode parameters) {
            return parameters.deepCopy().put("auth", tokens.access());
        }

        /** The same with the pair that has just taken the place of this one. */
        Application with(Tokens next) {
            return new Application(secret, installed, next);
        }
    }

    private static URI rest(URI portal, String path) {
        return URI.create(portal.getScheme() + "://" + portal.getRawAuthority() + "/rest/" + path);
    }
}
