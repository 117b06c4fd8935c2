package dev.crm1c.connectors.onec;

import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyStanding;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.tenant.ContractRule;
import java.time.LocalDate;
import java.util.List;

/** A buyer, and on what terms he usually buys. */
final class Wind {
    static final LegalIdentity LEGAL = new LegalIdentity.Organization(new Inn("5001000027"), new Kpp("502401001"));
    static final BuyerIdentity IDENTITY = new BuyerIdentity.Registered(LEGAL);
    static final CounterpartyStanding ITSELF = new CounterpartyStanding.HeadOffice();
    static final DocumentCurrency OWN = new DocumentCurrency.Own();
    static final Reach UNREACHABLE = new Reach(List.of(), List.of());

    private Wind() {}

    static CounterpartyCard card() {
        return card("ООО Ветер", "ООО «Ветер»");
    }

    static CounterpartyCard card(String name, String fullName) {
        return card(LEGAL, name, fullName, "1157800000027");
    }

    static CounterpartyCard card(LegalIdentity legal, String name, String fullName, String registrationNumber) {
        return new CounterpartyCard(
                new BuyerIdentity.Registered(legal), name, fullName, registrationNumber, UNREACHABLE);
    }

    static ContractTerms terms(LocalDate from) {
        return new ContractTerms(ContractRule.USUAL.name(), ContractRule.USUAL.choice(), from, from, LocalDate.MAX);
    }
}
