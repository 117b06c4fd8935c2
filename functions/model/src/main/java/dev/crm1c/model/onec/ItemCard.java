package dev.crm1c.model.onec;

import dev.crm1c.model.money.VatRate;

/**
 * An item that is to be made.
 *
 * @param article blank when nobody knows one
 * @param unit by ОКЕИ: {@code 796}
 */
public record ItemCard(String name, String article, ItemNature nature, String unit, VatRate vatRate) {}
