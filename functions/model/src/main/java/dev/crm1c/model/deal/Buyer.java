package dev.crm1c.model.deal;

import dev.crm1c.model.party.Reach;
import dev.crm1c.model.sync.CrmRef;
import java.util.List;

/** Who buys. */
public sealed interface Buyer {

    record Nobody() implements Buyer {}

    /** A company without any legal data. */
    record CompanyOnly(CrmRef company) implements Buyer {}

    /**
     * A company with the requisites that this deal uses; every text may be blank and nothing is checked yet.
     *
     * @param accounts the one that the deal names, or those of the requisites in the CRM's order
     */
    record CompanyWithRequisites(
            CrmRef company,
            String inn,
            String kpp,
            String registrationNumber,
            String name,
            String fullName,
            Reach reach,
            List<Account> accounts)
            implements Buyer {
        public CompanyWithRequisites {
            accounts = List.copyOf(accounts);
        }
    }

    /** No company: a person buys for himself. */
    record Person(CrmRef contact, String lastName, String firstName, String secondName, Reach reach) implements Buyer {
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /** As people typed it. */
    record Account(String bik, String number) {
        @Override
        public String toString() {
            return "Account[***]";
        }
    }
}
