package dev.crm1c.model.legal;

import java.util.Optional;
import java.util.regex.Pattern;

/** КПП: tells branches of one organization apart. Nine characters, no check digit (reference "other CRMs and documents", C3). */
public record Kpp(String code) {
    private static final Pattern FORM = Pattern.compile("(?!00)\\d{4}[0-9A-Z]{2}\\d{3}");

    public Kpp {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not a КПП");
        }
    }

    public static Optional<Kpp> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Kpp(text)) : Optional.empty();
    }
}
