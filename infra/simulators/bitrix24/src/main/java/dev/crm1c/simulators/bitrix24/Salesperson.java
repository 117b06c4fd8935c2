package dev.crm1c.simulators.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.Activities.Stand;
import dev.crm1c.simulators.bitrix24.crm.FieldReading;
import dev.crm1c.simulators.bitrix24.crm.FileChange;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.MultiField;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.crm.SavedRow;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A person who works in the portal's pages. What they save fires the events that such an edit would. */
public final class Salesperson {
    private static final String PRESET_ORGANISATION = "1";
    private static final String PRESET_ENTREPRENEUR = "2";

    private final Portal portal;
    private final long userId;

    Salesperson(Portal portal, long userId) {
        this.portal = portal;
        this.userId = userId;
    }

    public long userId() {
        return userId;
    }

    public long company(String title) {
        return add(ItemType.COMPANY, Map.of("title", title));
    }

    /** A company of our own: a seller. */
    public long myCompany(String title) {
        return add(ItemType.COMPANY, Map.of("title", title, "isMyCompany", "Y"));
    }

    /** A person who buys for himself, with one phone and one mail address; what is empty is left out. */
    public long person(String lastName, String firstName, String secondName, String phone, String mail) {
        return portal.alone(() -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("lastName", lastName);
            values.put("name", firstName);
            values.put("secondName", secondName);
            values.values().removeIf(""::equals);
            List<MultiField> reach = Stream.of(new String[] {"PHONE", phone}, new String[] {"EMAIL", mail})
                    .filter(row -> !row[1].isEmpty())
                    .map(row -> new MultiField(portal.ids().next("multiField"), row[0], "WORK", row[1]))
                    .toList();
            if (!reach.isEmpty()) {
                values.put("fm", reach);
            }
            return portal.items(ItemType.CONTACT).add(userId, values).id();
        });
    }

    public void fillContact(long contact, String field, String value) {
        run(() -> portal.items(ItemType.CONTACT).update(userId, contact, Map.of(field, value)));
    }

    public long contact(String name, String lastName, long company) {
        return add(ItemType.CONTACT, Map.of("name", name, "lastName", lastName, "companyId", company));
    }

    public void renameCompany(long company, String title) {
        portal.alone(() -> portal.items(ItemType.COMPANY).update(userId, company, Map.of("title", title)));
    }

    /** Requisites of an organisation; what is null is left empty. */
    public long requisite(long company, String inn, String kpp, String name, String fullName, String ogrn) {
        Map<String, String> fields = new HashMap<>();
        fields.put("RQ_INN", inn);
        fields.put("RQ_KPP", kpp);
        fields.put("RQ_COMPANY_NAME", name);
        fields.put("RQ_COMPANY_FULL_NAME", fullName);
        fields.put("RQ_OGRN", ogrn);
        return requisite(company, fields);
    }

    /** Requisites of an individual entrepreneur, who is a company in a portal all the same. */
    public long entrepreneur(long company, String inn, String ogrnip, String fullName) {
        Map<String, String> fields = new HashMap<>();
        fields.put("PRESET_ID", PRESET_ENTREPRENEUR);
        fields.put("NAME", "ИП");
        fields.put("RQ_INN", inn);
        fields.put("RQ_OGRNIP", ogrnip);
        fields.put("RQ_NAME", fullName);
        return requisite(company, fields);
    }

    /** Requisites by the names of their fields; nothing but the owner has to be given. */
    public long requisite(long company, Map<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ENTITY_TYPE_ID", Integer.toString(ItemType.COMPANY.entityTypeId()));
        values.put("ENTITY_ID", Long.toString(company));
        values.put("PRESET_ID", PRESET_ORGANISATION);
        values.put("NAME", "Организация");
        values.putAll(fields);
        return portal.alone(() -> portal.legal().addRequisite(userId, values));
    }

    public void fillRequisite(long requisite, String field, String value) {
        run(() -> portal.legal().requisites().update(userId, requisite, one(field, value)));
    }

    /** Its bank details go with it. */
    public void deleteRequisite(long requisite) {
        run(() -> portal.legal().deleteRequisite(userId, requisite));
    }

    public long bankDetail(long requisite, String bik, String account, String bankName, String correspondentAccount) {
        Map<String, String> fields = new HashMap<>();
        fields.put("ENTITY_ID", Long.toString(requisite));
        fields.put("NAME", bankName);
        fields.put("RQ_BANK_NAME", bankName);
        fields.put("RQ_BIK", bik);
        fields.put("RQ_ACC_NUM", account);
        fields.put("RQ_COR_ACC_NUM", correspondentAccount);
        fields.put("RQ_ACC_CURRENCY", "RUB");
        return portal.alone(() -> portal.legal().addBankDetail(userId, fields));
    }

    public void fillBankDetail(long bankDetail, String field, String value) {
        run(() -> portal.legal().bankDetails().update(userId, bankDetail, one(field, value)));
    }

    /** A deal at the first stage of the general pipeline; company 0 is none. */
    public long deal(String title, long company) {
        return add(ItemType.DEAL, Map.of("title", title, "companyId", company));
    }

    public long deal(String title, long company, long pipeline, String stage) {
        return add(
                ItemType.DEAL, Map.of("title", title, "companyId", company, "categoryId", pipeline, "stageId", stage));
    }

    public long dealOfPerson(String title, long contact) {
        return add(ItemType.DEAL, Map.of("title", title, "contactId", contact));
    }

    /** A deal that has been there since then: brought in from elsewhere, as crm.item.import does it. */
    public long dealSince(Instant created, String title, long company) {
        return portal.alone(() -> portal.deals()
                .add(userId, Map.of("title", title, "companyId", company), Map.of("createdTime", created))
                .id());
    }

    public void moveDeal(long deal, String stage) {
        update(deal, Map.of("stageId", stage));
    }

    /** To the first stage of another pipeline; no outgoing webhook hears of it (bitrix24.md §0.9). */
    public void moveDealToPipeline(long deal, long pipeline) {
        update(deal, Map.of("categoryId", pipeline));
    }

    /** Fills any field of a deal, by its crm.item name or its UF_ name, with text as a person types it. */
    public void fillDeal(long deal, String field, String value) {
        run(() -> {
            var deals = portal.deals();
            var known = deals.fields().stream()
                    .filter(one -> one.name().equals(field))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a deal has no field " + field));
            Map<String, Object> given = new HashMap<>();
            given.put(field, new FieldReading(portal.time()).read(known, Json.NODES.textNode(value)));
            deals.update(userId, deal, given);
        });
    }

    public void deleteDeal(long deal) {
        run(() -> portal.delete(userId, Owner.deal(deal)));
    }

    /** These rows and no others; the ids of the new rows in their order. */
    public List<Long> rows(long deal, List<ProductRow> rows) {
        return portal.alone(() -> portal.rowEditing().replace(userId, Owner.deal(deal), rows).stream()
                .map(SavedRow::id)
                .toList());
    }

    public long addRow(long deal, ProductRow row) {
        return portal.alone(
                () -> portal.rowEditing().add(userId, Owner.deal(deal), row).id());
    }

    public void editRow(long row, UnaryOperator<ProductRow> edit) {
        run(() -> portal.rowEditing()
                .change(userId, row, edit.apply(portal.rows().get(row).row())));
    }

    public void editRowPrice(long row, String price) {
        editRow(row, old -> old.withPrice(price));
    }

    public void editRowQuantity(long row, String quantity) {
        editRow(row, old -> old.withQuantity(quantity));
    }

    public void removeRow(long row) {
        run(() -> portal.rowEditing().remove(userId, row));
    }

    /** Chooses what the deal is made with; 0 is none. */
    public void chooseRequisites(long deal, long requisite, long bankDetail, long myRequisite, long myBankDetail) {
        run(() -> portal.links()
                .register(ItemType.DEAL.entityTypeId(), deal, requisite, bankDetail, myRequisite, myBankDetail));
    }

    /** One of our own companies sells, by its requisite; what else was chosen stays. */
    public void sellAs(long deal, long myRequisite) {
        run(() -> {
            JsonNode chosen = portal.links()
                    .of(ItemType.DEAL.entityTypeId(), deal)
                    .map(JsonNode.class::cast)
                    .orElse(Json.object());
            chooseRequisites(
                    deal,
                    chosen.path("REQUISITE_ID").asLong(),
                    chosen.path("BANK_DETAIL_ID").asLong(),
                    myRequisite,
                    0);
        });
    }

    public long comment(long deal, String text) {
        return portal.alone(() -> portal.timeline()
                .add(userId, ItemType.DEAL, deal, text, List.of())
                .id());
    }

    /** A smart invoice at the first stage of its general pipeline, hung on the deal. */
    public long invoice(String title, long deal) {
        return add(ItemType.SMART_INVOICE, Map.of("title", title, "parentId2", deal, "companyId", companyOf(deal)));
    }

    public void moveInvoice(long invoice, String stage) {
        run(() -> portal.items(ItemType.SMART_INVOICE).update(userId, invoice, Map.of("stageId", stage)));
    }

    /** Puts a file into a file field of the deals, which is made when it is missing; the name goes without UF_CRM_. */
    public void attachToDeal(long deal, String field, String name, byte[] content) {
        new Administrator(portal, userId).dealField(field, "file", "Счёт 1С: печатная форма");
        run(() -> portal.deals().update(userId, deal, Map.of("UF_CRM_" + field, FileChange.one(name, content))));
    }

    /** A thing to do until tomorrow, for the salesperson. */
    public long todo(long deal, String title, String description) {
        return portal.alone(() -> portal.activities()
                .add(
                        userId,
                        Owner.deal(deal),
                        title,
                        description,
                        portal.time().now().plus(Duration.ofDays(1)),
                        userId)
                .id());
    }

    public void completeTodo(long todo) {
        run(() -> portal.activities()
                .find(todo)
                .ifPresent(open -> portal.activities().change(userId, open.standing(Stand.DONE))));
    }

    private long companyOf(long deal) {
        return portal.alone(() -> portal.deals().get(deal).reference("companyId"));
    }

    private long add(ItemType type, Map<String, Object> values) {
        Map<String, Object> given = new LinkedHashMap<>(values);
        given.values().removeIf(value -> value.equals(0L));
        return portal.alone(() -> portal.items(type).add(userId, given).id());
    }

    private void update(long deal, Map<String, Object> values) {
        portal.alone(() -> portal.deals().update(userId, deal, values));
    }

    private void run(Runnable edit) {
        portal.alone(() -> {
            edit.run();
            return edit;
        });
    }

    private static Map<String, String> one(String field, String value) {
        Map<String, String> values = new HashMap<>();
        values.put(field, value);
        return values;
    }
}
