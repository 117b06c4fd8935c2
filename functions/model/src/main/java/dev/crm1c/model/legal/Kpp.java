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

    /**
     * The fifth and sixth characters say why somebody is registered there: 01 is the organization's own seat, 50 that of the largest taxpayers,
     * everything else a branch, a property or a vehicle. Source: order of the ФНС of 29.06.2012 № ММВ-7-6/435.
     */
    public boolean isOfBranch() {
        String reason = code.substring(4, 6);
        return !reason.equals("01") && !reason.equals("50");
    }

    public static Optional<Kpp> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Kpp(text)) : Optional.empty();
    }
}
