package dev.crm1c.connectors.onec;

import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyStanding;
import dev.crm1c.model.onec.ProposedKey;

/** What profiles can point at of a buyer. */
final class BuyerValues {
    private BuyerValues() {}

    static Values describing(CounterpartyCard card, Values values) {
        return numbered(card.identity(), values)
                .with("name", card.name())
                .with("fullName", card.fullName())
                .with("registrationNumber", card.registrationNumber())
                .with("person", card.identity().kind().wireName());
    }

    private static Values numbered(BuyerIdentity identity, Values values) {
        return switch (identity) {
            case BuyerIdentity.Registered(LegalIdentity legal) ->
                values.with("inn", legal.inn().digits()).with("kpp", legal.kppOrBlank());
            case BuyerIdentity.PrivatePerson _ -> values.with("inn", "").with("kpp", "");
        };
    }

    /** Who is nobody's branch is its own head: by our key, until the base gives another. */
    static Values standing(CounterpartyStanding standing, ProposedKey itself, Values values) {
        return switch (standing) {
            case CounterpartyStanding.HeadOffice _, CounterpartyStanding.BranchAlone _ ->
                values.with("standing", "itself").with("head", itself.uuid());
            case CounterpartyStanding.BranchOf(var head) ->
                values.with("standing", "branch")
                        .with("head", head.ref().key())
                        .with("branchOf", head.ref().key());
        };
    }
}
