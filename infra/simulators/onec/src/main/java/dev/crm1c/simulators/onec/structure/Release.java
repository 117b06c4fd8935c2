package dev.crm1c.simulators.onec.structure;

/** Which release of the configuration the base runs: the dump itself, or the dump with an overlay file. */
public enum Release {
    /** The published dump; for Бухгалтерия 3.0 that is 3.0.151.27 of 2024, whose rates stop at НДС20. */
    AS_DUMPED(""),
    /** With the 5, 7 and 22 % rates (onec.md §2.0). */
    OF_2026(".2026");

    private final String overlay;

    Release(String overlay) {
        this.overlay = overlay;
    }

    String overlay() {
        return overlay;
    }
}
