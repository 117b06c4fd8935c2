package dev.crm1c.model.tenant;

/**
 * Which contract the deals of a condition go by.
 *
 * @param name what it is called in 1C; {@code {год}} in it is the year
 * @param choice whether another open contract will do as well
 */
public record ContractRule(DealCondition when, String name, Choice choice, Term term) {
    public static final ContractRule USUAL =
            new ContractRule(DealCondition.ANY, "Основной договор", Choice.ANY_OPEN, Term.STANDING);

    public enum Choice {
        /** Of the buyer's open contracts the newest; the name is only for a new one. */
        ANY_OPEN,
        /** Only one of this very name. */
        BY_NAME
    }

    public enum Term {
        STANDING,
        /** From the first to the last day of the year; the next year has another. */
        YEARLY
    }
}
