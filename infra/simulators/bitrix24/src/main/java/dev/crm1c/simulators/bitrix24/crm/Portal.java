package dev.crm1c.simulators.bitrix24.crm;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything that one portal keeps. One change at a time; a method sees no half of another's work. */
public final class Portal {
    private final ReentrantLock lock = new ReentrantLock();
    private final PortalTime time;
    private final Ids ids;
    private final Items deals;
    private final Items contacts;
    private final Items companies;
    private final ProductRows rows;
    private final RowEditing rowEditing;
    private final LegalData legal;
    private final RequisiteLinks links;
    private final Timeline timeline;
    private final UserFields userFields;
    private final Pipelines pipelines = new Pipelines();

    public Portal(PortalTime time, Ids ids, RowSaveEvents rowSaveEvents, ChangeFeed feed) {
        this.time = time;
        this.ids = ids;
        this.userFields = new UserFields(ids);
        this.companies = new Items(ItemType.COMPANY, new PartyRules(), userFields, time, ids, feed);
        this.contacts = new Items(ItemType.CONTACT, new PartyRules(), userFields, time, ids, feed);
        this.rows = new ProductRows(ids);
        ItemRules dealRules = new DealRules(pipelines, companies::exists, contacts::exists, rows::totals);
        this.deals = new Items(ItemType.DEAL, dealRules, userFields, time, ids, feed);
        this.rowEditing = new RowEditing(rows, deals, rowSaveEvents);
        this.legal = new LegalData(companies, contacts, time, ids, feed);
        this.links = new RequisiteLinks(deals, companies, legal);
        this.timeline = new Timeline(time, ids);
    }

    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** A deal takes its rows and its link to requisites with it. */
    public void deleteDeal(long actor, long id) {
        deals.delete(actor, id);
        rows.removeAll(id);
        links.forget(id);
    }

    public Items items(ItemType type) {
        return switch (type) {
            case DEAL -> deals;
            case CONTACT -> contacts;
            case COMPANY -> companies;
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
}
