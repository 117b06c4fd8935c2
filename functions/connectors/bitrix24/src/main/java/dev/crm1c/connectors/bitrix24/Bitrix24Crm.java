package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.CrmChangeList;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Bitrix24 as our steps need it, desk by desk. */
@ApplicationScoped
class Bitrix24Crm implements Crm {
    private final DealBook deals;
    private final DealNoteDesk notes;
    private final OwnerBook owners;
    private final RobotDesk robots;
    private final Bitrix24ChangeList changeList;

    Bitrix24Crm(DealBook deals, DealNoteDesk notes, OwnerBook owners, RobotDesk robots, Bitrix24ChangeList changeList) {
        this.deals = deals;
        this.notes = notes;
        this.owners = owners;
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
    public Reply<String> tell(Tenant tenant, CrmRef deal, Telling telling, NotePlace place) {
        return notes.tell(tenant, deal, telling, place);
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
