package dev.crm1c.model.party;

import dev.crm1c.model.legal.LegalIdentity;
import java.util.List;

/**
 * A counterparty on its way into the CRM. What is blank is not known and takes nothing away there.
 *
 * @param registrationNumber ОГРН or ОГРНИП
 */
public record CompanyCard(
        Origin origin,
        LegalIdentity identity,
        String name,
        String fullName,
        String registrationNumber,
        List<Account> accounts,
        List<Address> addresses,
        Reach reach) {
    public CompanyCard {
        accounts = List.copyOf(accounts);
        addresses = List.copyOf(addresses);
    }

    public record Account(String number, String bik, String correspondent, String bank) {
        @Override
        public String toString() {
            return "Account[***]";
        }
    }

    /** @param street what is left after town, postal code and region: street, house, office */
    public record Address(Kind kind, String postalCode, String region, String city, String street) {
        public enum Kind {
            LEGAL,
            ACTUAL
        }
    }
}
