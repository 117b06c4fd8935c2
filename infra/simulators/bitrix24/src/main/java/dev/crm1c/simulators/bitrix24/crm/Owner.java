package dev.crm1c.simulators.bitrix24.crm;

/** The item that rows, links, payments or activities belong to. */
public record Owner(ItemType type, long id) {

    public static Owner deal(long id) {
        return new Owner(ItemType.DEAL, id);
    }
}
