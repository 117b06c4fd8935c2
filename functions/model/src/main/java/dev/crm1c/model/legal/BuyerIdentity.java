package dev.crm1c.model.legal;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.TenantId;

/** What makes a buyer the same one in both systems. */
public sealed interface BuyerIdentity {
    BuyerKind kind();

    /** A key for tables and locks that does not show a number; salted by the tenant. */
    Fingerprint keyWithin(TenantId tenant);

    /** Known to the tax office: by ИНН and КПП. */
    record Registered(LegalIdentity legal) implements BuyerIdentity {
        @Override
        public BuyerKind kind() {
            return switch (legal) {
                case LegalIdentity.Organization _ -> BuyerKind.ORGANIZATION;
                case LegalIdentity.SoleTrader _ -> BuyerKind.SOLE_TRADER;
            };
        }

        @Override
        public Fingerprint keyWithin(TenantId tenant) {
            return legal.keyWithin(tenant);
        }
    }

    /** Known to us by the contact in the CRM alone: names and phones are not anybody's own. */
    record PrivatePerson(CrmRef contact) implements BuyerIdentity {
        @Override
        public BuyerKind kind() {
            return BuyerKind.PERSON;
        }

        @Override
        public Fingerprint keyWithin(TenantId tenant) {
            return Fingerprint.of("private-person", tenant.value(), contact.key());
        }
    }
}
