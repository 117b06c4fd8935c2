package dev.crm1c.model.deal;

import dev.crm1c.model.sync.CrmRef;

/** Who buys. */
public sealed interface Buyer {

    record Nobody() implements Buyer {}

    /** A company without any legal data. */
    record CompanyOnly(CrmRef company) implements Buyer {}

    /** A company with the requisites that this deal uses; every text may be blank and nothing is checked yet. */
    record CompanyWithRequisites(
            CrmRef company, String inn, String kpp, String registrationNumber, String name, String fullName)
            implements Buyer {}
}
