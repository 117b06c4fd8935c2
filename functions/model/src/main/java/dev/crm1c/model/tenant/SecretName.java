package dev.crm1c.model.tenant;

import java.util.regex.Pattern;

/** Where in the secret store a secret lies: {@code demo/bitrix24}. */
public record SecretName(String path) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    public SecretName {
        if (!FORM.matcher(path).matches()) {
            throw new IllegalArgumentException("not the name of a secret");
        }
    }
}
