package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SecretName;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Secrets from environment variables, for laptops and tests: {@code demo/bitrix24} is {@code CRM1C_SECRET_DEMO_BITRIX24}. */
final class EnvironmentSecrets implements Secrets {
    private final UnaryOperator<String> environment;

    /**
     * @param environment answers null for a variable that is not set, as {@link System#getenv(String)} does
     */
    EnvironmentSecrets(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public Optional<Secret> read(SecretName name) {
        String variable =
                "CRM1C_SECRET_" + name.path().replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(environment.apply(variable)).map(Secret::new);
    }
}
