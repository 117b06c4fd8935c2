package dev.crm1c.simulators.bitrix24.method;

import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.MethodCatalogue;
import dev.crm1c.simulators.bitrix24.rest.Users;
import java.util.Set;

/** The names under which the methods of this portal are called. Any other name is ERROR_METHOD_NOT_FOUND. */
public final class PortalCatalogue {
    private static final Set<String> CRM = Set.of("crm");
    private static final Set<String> ANY = Set.of();

    private PortalCatalogue() {}

    public static MethodCatalogue of(Portal portal, Users users) {
        ItemMethods items = new ItemMethods(portal);
        ItemImportMethods imports = new ItemImportMethods(portal);
        ProductRowMethods rows = new ProductRowMethods(portal);
        DealMethods deals = new DealMethods(portal);
        LegalDataMethods legal = new LegalDataMethods(portal);
        DictionaryMethods dictionaries = new DictionaryMethods(portal);
        TimelineMethods timeline = new TimelineMethods(portal);
        PortalMethods self = new PortalMethods(portal.time());
        MethodCatalogue catalogue = new MethodCatalogue()
                .with("crm.item.get", CRM, items::get)
                .with("crm.item.list", CRM, items::list)
                .with("crm.item.add", CRM, items::add)
                .with("crm.item.update", CRM, items::update)
                .with("crm.item.delete", CRM, items::delete)
                .with("crm.item.fields", CRM, items::fields)
                .with("crm.item.import", CRM, imports::one)
                .with("crm.item.batchimport", CRM, imports::many)
                .with("crm.item.productrow.list", CRM, rows::list)
                .with("crm.item.productrow.get", CRM, rows::get)
                .with("crm.item.productrow.set", CRM, rows::set)
                .with("crm.item.productrow.add", CRM, rows::add)
                .with("crm.item.productrow.update", CRM, rows::update)
                .with("crm.item.productrow.delete", CRM, rows::delete)
                .with("crm.deal.get", CRM, deals::get)
                .with("crm.deal.list", CRM, deals::list)
                .with("crm.deal.update", CRM, deals::update)
                .with("crm.requisite.get", CRM, legal::getRequisite)
                .with("crm.requisite.list", CRM, legal::listRequisites)
                .with("crm.requisite.add", CRM, legal::addRequisite)
                .with("crm.requisite.update", CRM, legal::updateRequisite)
                .with("crm.requisite.bankdetail.get", CRM, legal::getBankDetail)
                .with("crm.requisite.bankdetail.list", CRM, legal::listBankDetails)
                .with("crm.requisite.bankdetail.add", CRM, legal::addBankDetail)
                .with("crm.requisite.link.list", CRM, legal::listLinks)
                .with("crm.requisite.link.get", CRM, legal::getLink)
                .with("crm.requisite.link.register", CRM, legal::registerLink)
                .with("crm.requisite.preset.list", CRM, legal::listPresets)
                .with("crm.status.list", CRM, dictionaries::listStatuses)
                .with("crm.category.list", CRM, dictionaries::listCategories)
                .with("crm.timeline.comment.add", CRM, timeline::add)
                .with("crm.timeline.comment.update", CRM, timeline::update)
                .with("crm.timeline.comment.list", CRM, timeline::list)
                .with("crm.timeline.comment.delete", CRM, timeline::delete)
                .with("crm.timeline.comment.get", CRM, timeline::get)
                .with("profile", ANY, self::profile)
                .with("scope", ANY, self::scope)
                .with("server.time", ANY, self::serverTime);
        CrmCatalogue.addTo(catalogue, portal, users);
        GoodsCatalogue.addTo(catalogue, portal);
        return catalogue;
    }
}
