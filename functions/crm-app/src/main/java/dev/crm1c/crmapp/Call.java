package dev.crm1c.crmapp;

import dev.crm1c.model.portal.OurAddress;

/**
 * One POST, as far as the use cases care.
 *
 * @param address where the tenant's portal reaches us, as this call shows it
 */
record Call(String system, String tenant, OurAddress.Known address, String contentType, byte[] body) {}
