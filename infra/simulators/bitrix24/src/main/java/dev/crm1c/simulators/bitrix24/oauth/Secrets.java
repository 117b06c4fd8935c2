package dev.crm1c.simulators.bitrix24.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/** Tokens that look like those of a portal and are the same for every run of a test: a digest of a seed and a number. */
public final class Secrets {
    private static final int LENGTH = 32;

    private final String seed;
    private final LongSupplier numbers;

    public Secrets(String seed, LongSupplier numbers) {
        this.seed = seed;
        this.numbers = numbers;
    }

    public String next() {
        byte[] text = (seed + "/" + numbers.getAsLong()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(text)).substring(0, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
