package dev.crm1c.model.onec;

import java.util.UUID;

/**
 * An item that 1C has.
 *
 * @param unit its unit's code by ОКЕИ; blank where the base does not say one
 */
public record ItemOnFile(UUID key, ItemNature nature, String unit) {}
