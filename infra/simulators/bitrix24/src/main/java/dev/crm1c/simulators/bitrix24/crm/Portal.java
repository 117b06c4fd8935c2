package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.goods.Goods;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Everything that one portal keeps. One change at a time; a method sees no half of another's work. */
public final class Portal {

    private final ReentrantLock lock = new ReentrantLock();
    private final PortalTime time;
    private final Ids ids;
    private final Pipelines pipelines = new Pipelines();
    private final MandatoryFields mandatory = new MandatoryFields();
    private final People people = new People();
    private final UserFields userFields;
    private final Files files;
    private final StageHistory stageHistory;
    private final Items deals;
    private final Items contacts;
    private final Items companies;
    private final Items invoices;
    private final ProductRows rows;
    private final RowEditing rowEditing;
    private final LegalData legal;
    private final RequisiteLinks links;
    private final Timeline timeline;
    private final Activities activities;
    private final Notices notices;
    private final Payments payments;
    private final Goods goods;

    /** @param root where the portal is; it is asked for only when a link into the portal is written */
    public Portal(
            PortalTime time,
            Ids ids,
            RowSaveEvents rowSaveEvents,
            DealFields dealFields,
            ChangeFeed feed,
            Supplier<URI> root) {
        this.time = time;
        this.ids = ids;
        this.userFields = new UserFields(ids, feed, dealFields);
        this.files = new Files(ids, root);
        this.stageHistory = new StageHistory(pipelines, time, ids);
        Surroundings around = new Surroundings(time, ids, feed, userFields, files, mandatory, stageHistory);
        this.companies = new Items(ItemType.COMPANY, new PartyRules(), around);
        this.contacts = new Items(ItemType.CONTACT, new PartyRules(), around);
        this.rows = new ProductRows(ids);
        ClientSettling client = new ClientSettling(companies::exists, contacts::exists);
        this.deals = new Items(
                ItemType.DEAL,
                new DealRules(
                        client, new StageSettling(ItemType.DEAL, pipelines), new SumSettling(totals(ItemType.DEAL))),
                around);
        this.invoices = new Items(
                ItemType.SMART_INVOICE,
                new InvoiceRules(
                        client,
                        new StageSettling(ItemType.SMART_INVOICE, pipelines),
                        new SumSettling(totals(ItemType.SMART_INVOICE)),
                        deals::exists,
                        this::isMyCompany),
                around);
        this.rowEditing = new RowEditing(rows, this::items, rowSaveEvents);
        this.legal = new LegalData(companies, contacts, userFields, time, ids, feed);
        this.links = new RequisiteLinks(this::items, companies, legal);
        this.timeline = new Timeline(time, ids, feed);
        this.activities = new Activities(time, ids, feed);
        this.notices = new Notices(ids);
        this.payments = new Payments(time, ids);
        this.goods = new Goods(time, ids, feed);
    }

    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** An item takes with it what hangs on it, and whoever referred to it does so no more, without a word of that. */
    public void delete(long actor, Owner owner) {
        items(owner.type()).delete(actor, owner.id());
        rows.removeAll(owner);
        links.forget(owner);
        payments.forget(owner);
        switch (owner.type()) {
            case DEAL -> unbind(actor, List.of(invoices), "parentId2", owner.id());
            case CONTACT -> {
                legal.deleteOf(actor, owner);
                unbindContact(actor, owner.id());
            }
            case COMPANY -> {
                legal.deleteOf(actor, owner);
                unbind(actor, List.of(deals, invoices, contacts), "companyId", owner.id());
                unbind(actor, List.of(invoices), "mycompanyId", owner.id());
            }
            case SMART_INVOICE -> {}
        }
    }

    public Items items(ItemType type) {
        return switch (type) {
            case DEAL -> deals;
            case CONTACT -> contacts;
            case COMPANY -> companies;
            case SMART_INVOICE -> invoices;
        };
    }

    public Items deals() {
        return deals;
    }

    public PortalTime time() {
        return time;
    }

    public Ids ids() {
        return ids;
    }

    public ProductRows rows() {
        return rows;
    }

    public RowEditing rowEditing() {
        return rowEditing;
    }

    public LegalData legal() {
        return legal;
    }

    public RequisiteLinks links() {
        return links;
    }

    public Timeline timeline() {
        return timeline;
    }

    public UserFields userFields() {
        return userFields;
    }

    public Pipelines pipelines() {
        return pipelines;
    }

    public MandatoryFields mandatory() {
        return mandatory;
    }

    public People people() {
        return people;
    }

    public Files files() {
        return files;
    }

    public StageHistory stageHistory() {
        return stageHistory;
    }

    public Activities activities() {
        return activities;
    }

    public Notices notices() {
        return notices;
    }

    public Payments payments() {
        return payments;
    }

    public Goods goods() {
        return goods;
    }

    private boolean isMyCompany(long id) {
        return companies
                .find(id)
                .filter(company -> company.text("isMyCompany").equals("Y"))
                .isPresent();
    }

    private LongFunction<Optional<RowTotals>> totals(ItemType type) {
        return id -> rows.totals(new Owner(type, id));
    }

    private static void unbind(long actor, List<Items> kinds, String field, long id) {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put(field, null);
        kinds.forEach(items -> items.all().stream()
                .filter(item -> item.reference(field) == id)
                .forEach(item -> items.settleSilently(actor, item.id(), nothing)));
    }

    private void unbindContact(long actor, long contact) {
        for (Items items : List.of(deals, invoices)) {
            for (Item item : items.all()) {
                if (item.value("contactIds") instanceof List<?> ids && ids.contains(contact)) {
                    Map<String, Object> others = new HashMap<>();
                    others.put(
                            "contactIds",
                            ids.stream().filter(id -> !id.equals(contact)).toList());
                    items.settleSilently(actor, item.id(), others);
                }
            }
        }
    }
}
