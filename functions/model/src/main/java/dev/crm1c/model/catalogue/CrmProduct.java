package dev.crm1c.model.catalogue;

import dev.crm1c.model.sync.CrmRef;

/** @param xmlId 1C's key when we made it; whatever people or another exchange wrote there otherwise; blank when nobody did */
public record CrmProduct(CrmRef product, String xmlId, String name) {}
