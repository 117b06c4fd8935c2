package dev.crm1c.model.tenant;

/** The name of a CRM product, as it stands in webhook addresses and tenant files: {@code bitrix24}. */
public record CrmSystem(String name) {
    @Override
    public String toString() {
        return name;
    }
}
