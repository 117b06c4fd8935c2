package dev.crm1c.connectors.tenantfile;

/** What the tenant's configuration of 1C knows, as far as a tenant file depends on it. */
enum ConfigurationTraits {
    /** Управление торговлей and ERP: an invoice asks for an order's money, work done is an act. */
    ORDERS,
    /** Бухгалтерия: no orders, and a realization of services is the act. */
    NO_ORDERS;

    static ConfigurationTraits of(Said file) {
        return file.at("onec").at("configuration").text().equals("accounting-3") ? NO_ORDERS : ORDERS;
    }
}
