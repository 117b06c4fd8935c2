package dev.crm1c.model.onec;

/** How far a sale has come, as 1C counts it. */
public record SaleProgress(Portion paid, Portion shipped) {
    public static final SaleProgress NOTHING_YET = new SaleProgress(Portion.NONE, Portion.NONE);

    public enum Portion {
        NONE,
        PART,
        WHOLE
    }
}
