package dev.crm1c.connectors.bitrix24;

/** The portal's numbers of its kinds of objects. Source: reference "bitrix24", 5.1. */
final class EntityType {
    static final int DEAL = 2;
    static final int CONTACT = 3;
    static final int COMPANY = 4;
    static final int REQUISITE = 8;
    static final int SMART_INVOICE = 31;

    private EntityType() {}
}
