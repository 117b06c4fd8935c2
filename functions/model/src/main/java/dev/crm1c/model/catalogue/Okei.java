package dev.crm1c.model.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of the classifier of units that both sides refer to (ОК 015-94, ОКЕИ; as of 2020). */
public final class Okei {
    private final Set<Integer> codes;

    private Okei(Set<Integer> codes) {
        this.codes = codes;
    }

    public static Okei read() {
        try (InputStream file = Okei.class.getResourceAsStream("/okei-codes.txt")) {
            return new Okei(Arrays.stream(new String(file.readAllBytes(), StandardCharsets.US_ASCII).split("\\s+"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * @param code leading zeros may be left out: the CRM's metre is 6, the classifier's 006
     */
    public boolean knows(String code) {
        return code.matches("[0-9]{1,4}") && codes.contains(Integer.valueOf(code));
    }

    /** The code as the classifier writes it, three digits at least: {@code 6} is {@code 006}; empty for what is no code of it. */
    public Optional<String> canonical(String code) {
        return knows(code) ? Optional.of("%03d".formatted(Integer.valueOf(code))) : Optional.empty();
    }
}
