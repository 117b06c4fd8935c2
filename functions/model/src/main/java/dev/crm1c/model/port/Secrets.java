package dev.crm1c.model.port;

import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SecretName;
import java.util.Optional;

/** The secret store. What is read may be up to five minutes old. */
public interface Secrets {
    Optional<Secret> read(SecretName name);
}
