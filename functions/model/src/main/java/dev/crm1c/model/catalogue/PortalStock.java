package dev.crm1c.model.catalogue;

import java.math.BigDecimal;

/** How much of a product the CRM's own store has; negative when people sold what was not there. */
public record PortalStock(String store, BigDecimal amount) {}
