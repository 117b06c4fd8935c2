package dev.crm1c.connectors.bitrix24;

import java.util.List;

/** What was listed, and whether that is all of it: of a list that is not whole nobody may conclude that something is not there. */
record Listing<T>(List<T> rows, Extent extent) {
    Listing {
        rows = List.copyOf(rows);
    }

    enum Extent {
        WHOLE,
        /** There were more pages than the caller wanted, or the method did not go on where it was told to. */
        CUT_SHORT
    }
}
