package dev.crm1c.connectors.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SecretName;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * Secrets as SecureString parameters: {@code /crm1c/demo/bitrix24}. Remembered for five minutes, in memory only; an absent one is asked for
 * each time, because somebody may be putting it there right now.
 */
final class ParameterStoreSecrets implements Secrets {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 500;

    private final SsmClient ssm;
    private final String prefix;
    private final Cache<SecretName, Secret> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    ParameterStoreSecrets(SsmClient ssm, String prefix) {
        this.ssm = ssm;
        this.prefix = prefix;
    }

    @Override
    public Optional<Secret> read(SecretName name) {
        Optional<Secret> known =
                Optional.ofNullable(remembered.getIfPresent(name)).or(() -> ask(name));
        known.ifPresent(secret -> remembered.put(name, secret));
        return known;
    }

    private Optional<Secret> ask(SecretName name) {
        try {
            var response = ssm.getParameter(
                    request -> request.name(prefix + name.path()).withDecryption(true));
            return Optional.of(new Secret(response.parameter().value()));
        } catch (ParameterNotFoundException _) {
            return Optional.empty();
        }
    }
}
