package dev.crm1c.model.onec;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something about a written document that people should know although nothing stopped. Holds line numbers, no words, so that it may be stored.
 *
 * @param lines the lines concerned, from 1; empty when it is about the whole document
 */
public record Remark(Kind kind, List<Integer> lines) {
    public Remark {
        lines = List.copyOf(lines);
    }

    public Remark(Kind kind) {
        this(kind, List.of());
    }

    /** Part of stored links: never rename one. */
    public enum Kind {
        /** Lines without an item of 1C: their names went as text. */
        LINES_DESCRIBED,
        /** 1C has several counterparties with this ИНН and КПП; the first by code was taken. */
        COUNTERPARTY_DOUBLED,
        /** Several open contracts fit; the newest was taken. */
        CONTRACT_OF_MANY,
        /** The deal's VAT rate is not in force on the document's date. */
        VAT_RATE_NOT_IN_FORCE,
        /** The deal's own sum is not that of its product rows; the rows count. */
        DEAL_SUM_DIFFERS,
        /** We made these lines' items in 1C. */
        ITEMS_MADE,
        /** A branch whose head office 1C does not have. */
        HEAD_OFFICE_MISSING,
        /** 1C does not know the bank of the buyer's account, so the account was not written. */
        BANK_UNKNOWN,
        /** Phone and address could not be written to the card. */
        CONTACTS_NOT_WRITTEN
    }

    /** The deal alone says whether it holds, so it is asked of the deal at every look. What came of 1C is known from the writing. */
    public boolean isOfDeal() {
        return switch (kind) {
            case VAT_RATE_NOT_IN_FORCE, DEAL_SUM_DIFFERS -> true;
            case LINES_DESCRIBED,
                    COUNTERPARTY_DOUBLED,
                    CONTRACT_OF_MANY,
                    ITEMS_MADE,
                    HEAD_OFFICE_MISSING,
                    BANK_UNKNOWN,
                    CONTACTS_NOT_WRITTEN -> false;
        };
    }

    /** {@code LINES_DESCRIBED:2,3}. */
    public String stored() {
        return kind.name() + ":" + lines.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public static Remark fromStored(String stored) {
        String[] parts = stored.split(":", 2);
        List<Integer> lines = parts[1].isEmpty()
                ? List.of()
                : Arrays.stream(parts[1].split(",")).map(Integer::valueOf).toList();
        return new Remark(Kind.valueOf(parts[0]), lines);
    }
}
