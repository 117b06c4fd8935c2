package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What reading a long set in pages came to. */
sealed interface Listing {

    List<JsonNode> rows();

    record Whole(List<JsonNode> rows) implements Listing {
        public Whole {
            rows = List.copyOf(rows);
        }
    }

    /** As much as {@link Paging#most} pages hold; there may be more. */
    record CutShort(List<JsonNode> rows) implements Listing {
        public CutShort {
            rows = List.copyOf(rows);
        }
    }

    /** The set changed between two pages, again and again: some row may be missing or stand twice. */
    record Shifting(List<JsonNode> rows) implements Listing {
        public Shifting {
            rows = List.copyOf(rows);
        }
    }
}
