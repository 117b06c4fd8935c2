package dev.crm1c.simulators.bitrix24.rest;

import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import java.util.Map;

/**
 * What a list can be filtered and sorted by.
 *
 * @param strict crm.item.* refuses a field that it does not know and groups conditions; the old methods pass over the
 *     field in silence, and so return more than was asked for
 */
public record Columns(Map<String, FieldType> types, String idColumn, boolean strict, PortalTime time) {}
