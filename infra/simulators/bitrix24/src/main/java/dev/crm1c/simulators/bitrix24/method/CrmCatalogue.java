package dev.crm1c.simulators.bitrix24.method;

import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.MethodCatalogue;
import dev.crm1c.simulators.bitrix24.rest.Users;
import java.util.Map;
import java.util.Set;

/** The names of the methods around the items: parties, legal data, user fields, things to do, payments. */
final class CrmCatalogue {

    private static final Set<String> CRM = Set.of("crm");
    private static final Map<String, String> WITH_USER_FIELDS = Map.of(
            "deal", "CRM_DEAL",
            "company", "CRM_COMPANY",
            "contact", "CRM_CONTACT",
            "requisite", "CRM_REQUISITE");

    private CrmCatalogue() {}

    static void addTo(MethodCatalogue catalogue, Portal portal, Users users) {
        parties(catalogue, portal);
        legalData(catalogue, portal);
        userFields(catalogue, portal);
        around(catalogue, portal);
        people(catalogue, portal, users);
    }

    private static void parties(MethodCatalogue catalogue, Portal portal) {
        for (ItemType type : Set.of(ItemType.COMPANY, ItemType.CONTACT)) {
            PartyMethods parties = new PartyMethods(portal, type);
            String family = "crm." + type.timelineCode();
            catalogue
                    .with(family + ".get", CRM, parties::get)
                    .with(family + ".list", CRM, parties::list)
                    .with(family + ".add", CRM, parties::add)
                    .with(family + ".update", CRM, parties::update)
                    .with(family + ".delete", CRM, parties::delete);
        }
        ContactLinkMethods links = new ContactLinkMethods(portal);
        catalogue
                .with("crm.deal.contact.items.get", CRM, links::ofDeal)
                .with("crm.deal.contact.items.set", CRM, links::setOfDeal)
                .with("crm.company.contact.items.get", CRM, links::ofCompany)
                .with("crm.company.contact.items.set", CRM, links::setOfCompany)
                .with("crm.contact.company.items.get", CRM, links::ofContact)
                .with("crm.contact.company.items.set", CRM, links::setOfContact)
                .with("crm.duplicate.findbycomm", CRM, new DuplicateMethods(portal)::findByCommunication);
    }

    private static void legalData(MethodCatalogue catalogue, Portal portal) {
        LegalDataMethods legal = new LegalDataMethods(portal);
        AddressMethods addresses = new AddressMethods(portal);
        catalogue
                .with("crm.requisite.delete", CRM, legal::deleteRequisite)
                .with("crm.requisite.fields", CRM, legal::requisiteFields)
                .with("crm.requisite.preset.field.list", CRM, legal::listPresetFields)
                .with("crm.requisite.bankdetail.update", CRM, legal::updateBankDetail)
                .with("crm.requisite.bankdetail.delete", CRM, legal::deleteBankDetail)
                .with("crm.requisite.bankdetail.fields", CRM, legal::bankDetailFields)
                .with("crm.address.add", CRM, addresses::add)
                .with("crm.address.update", CRM, addresses::update)
                .with("crm.address.delete", CRM, addresses::delete)
                .with("crm.address.list", CRM, addresses::list)
                .with("crm.address.fields", CRM, addresses::fields);
    }

    private static void userFields(MethodCatalogue catalogue, Portal portal) {
        WITH_USER_FIELDS.forEach((family, entity) -> {
            UserFieldMethods fields = new UserFieldMethods(portal, entity);
            catalogue
                    .with("crm." + family + ".userfield.add", CRM, fields::add)
                    .with("crm." + family + ".userfield.list", CRM, fields::list)
                    .with("crm." + family + ".userfield.get", CRM, fields::get)
                    .with("crm." + family + ".userfield.update", CRM, fields::update)
                    .with("crm." + family + ".userfield.delete", CRM, fields::delete);
        });
        UserFieldConfigMethods config = new UserFieldConfigMethods(portal);
        Set<String> scope = Set.of("userfieldconfig");
        catalogue
                .with("userfieldconfig.add", scope, config::add)
                .with("userfieldconfig.get", scope, config::get)
                .with("userfieldconfig.list", scope, config::list);
    }

    private static void around(MethodCatalogue catalogue, Portal portal) {
        TodoMethods todos = new TodoMethods(portal);
        ActivityMethods activities = new ActivityMethods(portal);
        PaymentMethods payments = new PaymentMethods(portal);
        catalogue
                .with("crm.activity.todo.add", CRM, todos::add)
                .with("crm.activity.todo.update", CRM, todos::update)
                .with("crm.activity.get", CRM, activities::get)
                .with("crm.activity.list", CRM, activities::list)
                .with("crm.activity.update", CRM, activities::update)
                .with("crm.activity.delete", CRM, activities::delete)
                .with("crm.stagehistory.list", CRM, new StageHistoryMethods(portal)::list)
                .with("crm.item.payment.list", CRM, payments::list)
                .with("crm.item.payment.get", CRM, payments::get)
                .with("crm.item.payment.add", CRM, payments::add)
                .with("crm.item.payment.pay", CRM, payments::pay)
                .with("crm.item.payment.unpay", CRM, payments::unpay)
                .with("crm.item.payment.delete", CRM, payments::delete);
    }

    private static void people(MethodCatalogue catalogue, Portal portal, Users users) {
        PeopleMethods people = new PeopleMethods(portal, users);
        Set<String> scopes = Set.of("user", "user_basic", "user_brief");
        catalogue
                .with("user.current", scopes, people::current)
                .with("user.get", scopes, people::list)
                .with("im.notify.system.add", Set.of("im"), people::notifyUser);
    }
}
