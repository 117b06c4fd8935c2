package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.catalogue.ProductMarks;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Written;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.CrmChangeList;
import dev.crm1c.model.port.CrmPeople;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Bitrix24 as our steps need it, desk by desk. */
@ApplicationScoped
class Bitrix24Crm implements Crm {
    private final DealBook deals;
    private final DealNoteDesk notes;
    private final OwnerBook owners;
    private final ProductMarkBook products;
    private final PeopleDesk people;
    private final RobotDesk robots;
    private final Bitrix24ChangeList changeList;

    Bitrix24Crm(
            DealBook deals,
            DealNoteDesk notes,
            OwnerBook owners,
            ProductMarkBook products,
            PeopleDesk people,
            RobotDesk robots,
            Bitrix24ChangeList changeList) {
        this.deals = deals;
        this.notes = notes;
        this.owners = owners;
        this.products = products;
        this.people = people;
        this.robots = robots;
        this.changeList = changeList;
    }

    @Override
    public CrmSystem system() {
        return Bitrix24Webhook.BITRIX24;
    }

    @Override
    public Reply<DealReading> readDeal(Tenant tenant, CrmRef deal) {
        return deals.read(tenant, deal);
    }

    @Override
    public Reply<Optional<CrmRef>> companyOf(Tenant tenant, CrmRef legal) {
        return owners.companyOf(tenant, legal);
    }

    @Override
    public Reply<Written> tell(Tenant tenant, CrmRef deal, Telling telling) {
        return notes.tell(tenant, deal, telling);
    }

    @Override
    public Reply<Optional<String>> findEntry(Tenant tenant, CrmRef deal, Predicate<String> text) {
        return notes.find(tenant, deal, text);
    }

    @Override
    public String linkTo(Tenant tenant, CrmRef object) {
        return PortalPages.of(tenant.crm().address(), object);
    }

    @Override
    public Reply<Map<String, ProductMarks>> productMarks(Tenant tenant, Set<String> ids) {
        return products.of(tenant, ids);
    }

    @Override
    public CrmPeople people() {
        return people;
    }

    @Override
    public Reply<Answered> answerRobot(Tenant tenant, String token, RobotAnswer answer) {
        return robots.answer(tenant, token, answer);
    }

    @Override
    public Optional<CrmChangeList> changeList() {
        return Optional.of(changeList);
    }
}
