package dev.crm1c.model.onec;

import java.util.UUID;

/** What a document line sells, as 1C knows it. */
public sealed interface ItemChoice {

    /** An item of the catalogue. */
    record Linked(UUID item) implements ItemChoice {}

    /** Words only: the line has no item, its text is the content. */
    record Described() implements ItemChoice {}
}
