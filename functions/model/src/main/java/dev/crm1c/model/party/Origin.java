package dev.crm1c.model.party;

/**
 * Where a card comes from, written into it: by this it is known again whatever people change.
 *
 * @param system one base of one tenant: {@code 1c:demo}
 * @param id the base's own key
 */
public record Origin(String system, String id) {}
