package dev.crm1c.model.legal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** КПП: tells branches of one organization apart. Nine characters, no check digit (reference "other CRMs and documents", C3). */
public record Kpp(String code) {
    private static final Pattern FORM = Pattern.compile("(?!00)\\d{4}[0-9A-Z]{2}\\d{3}");

    private static final Set<String> REASONS_OF_HEAD_OFFICES = Set.of("01", "50");

    public Kpp {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not a КПП");
        }
    }

    /**
     * The fifth and the sixth character say why the number was given: 01 to an organization where it is registered, 50 to one of the largest
     * taxpayers; 02 to 05, 31, 32 and 43 to 45 to subdivisions, others for property. Source: order of the tax service ММВ-7-6/435@ of 29.06.2012.
     */
    public boolean ofHeadOffice() {
        return REASONS_OF_HEAD_OFFICES.contains(code.substring(4, 6));
    }

    public static Optional<Kpp> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Kpp(text)) : Optional.empty();
    }
}
