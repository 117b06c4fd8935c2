package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Which secret store this deployment uses: {@code CRM1C_SECRETS} says {@code parameter-store} (the default) or {@code environment}. */
@ApplicationScoped
class ChosenSecrets {

    @Produces
    @ApplicationScoped
    Secrets secrets(
            @ConfigProperty(name = "crm1c.secrets", defaultValue = "parameter-store") String store,
            @ConfigProperty(name = "crm1c.secrets-prefix", defaultValue = "/crm1c/") String prefix,
            SsmClient ssm) {
        return switch (store) {
            case "parameter-store" -> new ParameterStoreSecrets(ssm, prefix);
            case "environment" -> new EnvironmentSecrets(System::getenv);
            default ->
                throw new IllegalArgumentException(
                        "CRM1C_SECRETS must be parameter-store or environment, not " + store);
        };
    }
}
