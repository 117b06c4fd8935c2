package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An item that somebody has changed.
 *
 * @param shownTime {@code updatedTime} as the portal wrote it, in its own zone
 * @param changedBy the employee's id
 */
record ChangedItem(long id, String shownTime, Instant changed, String changedBy) {

    static Optional<ChangedItem> of(JsonNode row) {
        String time = row.path("updatedTime").asText();
        long id = row.path("id").asLong();
        try {
            return id > 0
                    ? Optional.of(new ChangedItem(
                            id,
                            time,
                            OffsetDateTime.parse(time).toInstant(),
                            row.path("updatedBy").asText()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
