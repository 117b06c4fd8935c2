package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.sync.CrmRef;
import java.net.URI;

/** Where people open what the portal keeps. A portal that was renamed leads on from its old address (reference "bitrix24", 1.4). */
final class PortalPages {
    private PortalPages() {}

    /** Blank for what has no page of its own: legal data is shown with its company, a product row with its deal. */
    static String of(URI portal, CrmRef object) {
        return switch (object.kind()) {
            case DEAL -> page(portal, "deal/details", object);
            case COMPANY -> page(portal, "company/details", object);
            case CONTACT -> page(portal, "contact/details", object);
            case INVOICE -> page(portal, "type/" + EntityType.SMART_INVOICE + "/details", object);
            case REQUISITE, BANK_DETAIL, PRODUCT, CHANGE_LIST, APPLICATION -> "";
        };
    }

    private static String page(URI portal, String path, CrmRef object) {
        return portal.getScheme() + "://" + portal.getRawAuthority() + "/crm/" + path + "/" + object.id() + "/";
    }
}
