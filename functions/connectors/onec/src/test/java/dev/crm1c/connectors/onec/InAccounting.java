package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A base of Бухгалтерия 3.0 as the stand-in has it, built from the reference alone, and what an invoice in it is made from. */
abstract class InAccounting {
    static final String COUNTERPARTIES = "Catalog_Контрагенты";
    static final String INVOICES = "Document_СчетНаОплатуПокупателю";

    @Inject
    OneC oneC;

    OneCSimulator base;
    DemoBase seeded;

    Tenant tenant(OneCSettings settings) {
        base = OneCSimulator.start(settings.withLogin(Surroundings.USER, Surroundings.PASSWORD));
        seeded = DemoBase.seed(base.accountant());
        base.resetCounters();
        return BaseTenants.at(base.address(), "demo/onec");
    }

    Tenant tenant() {
        return tenant(OneCSettings.defaults());
    }

    @AfterEach
    void stopBase() {
        if (base != null) {
            base.close();
        }
    }

    static ProposedKey proposed(OneCKind kind, String source) {
        return ProposedKey.of(DemoTenant.ID, new LinkKey(kind, source));
    }

    static CounterpartyCard card(String name, String fullName) {
        return Wind.card(name, fullName);
    }

    Parties nobody(Tenant tenant) {
        return Parties.of(got(oneC.findBase(tenant)));
    }

    DocumentDraft draft(Tenant tenant, DocumentLine... lines) {
        Parties seller = nobody(tenant);
        Parties buyer = seller.with(got(oneC.createCounterparty(
                tenant, seller, card("ООО Ветер", "ООО «Ветер»"), Wind.ITSELF, proposed(OneCKind.COUNTERPARTY, "w"))));
        OneCRef contract = got(oneC.createContract(
                tenant, buyer, Wind.OWN, Wind.terms(LocalDate.of(2026, 11, 21)), proposed(OneCKind.CONTRACT, "w")));
        return new DocumentDraft(
                OneCKind.INVOICE,
                Marker.of(DemoTenant.ID, new CrmRef(CrmKind.DEAL, "123")),
                LocalDateTime.of(2026, 11, 21, 13, 0, 5),
                buyer.with(contract),
                new Content.Lines(List.of(lines)));
    }

    static OneCBase base(DocumentDraft draft) {
        return draft.parties().base();
    }

    DocumentLine line(int number, String content, String quantity, long gross, VatRate rate) {
        return new DocumentLine(
                number,
                number == 1
                        ? new ItemChoice.Linked(seeded.items().firstEntry().getValue())
                        : new ItemChoice.Described(),
                content,
                new Quantity(new BigDecimal(quantity)),
                new Money(gross),
                new Money(gross),
                rate);
    }
}
