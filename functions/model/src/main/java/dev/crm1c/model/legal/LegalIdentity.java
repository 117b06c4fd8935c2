package dev.crm1c.model.legal;

import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.TenantId;

/** What makes a counterparty the same one in both systems: ИНН and КПП of an organization, ИНН alone of a sole trader. */
public sealed interface LegalIdentity {
    Inn inn();

    /** The КПП as 1C stores it: empty for those who have none. */
    String kppOrBlank();

    /** A key for tables and locks that does not show the number itself; salted by the tenant. */
    default Fingerprint keyWithin(TenantId tenant) {
        return Fingerprint.of("legal-identity", tenant.value(), inn().digits(), kppOrBlank());
    }

    record Organization(Inn inn, Kpp kpp) implements LegalIdentity {
        public Organization {
            if (inn.ofPerson()) {
                throw new IllegalArgumentException("an organization has an ИНН of 10 digits");
            }
        }

        @Override
        public String kppOrBlank() {
            return kpp.code();
        }
    }

    record SoleTrader(Inn inn) implements LegalIdentity {
        public SoleTrader {
            if (!inn.ofPerson()) {
                throw new IllegalArgumentException("a sole trader has an ИНН of 12 digits");
            }
        }

        @Override
        public String kppOrBlank() {
            return "";
        }
    }
}
