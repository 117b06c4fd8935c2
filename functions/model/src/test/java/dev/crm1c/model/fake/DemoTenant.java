package dev.crm1c.model.fake;

import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.Terms;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tenant for tests: for deals of pipeline 0 at stage EXECUTING is made what the test says, an invoice among it. */
public final class DemoTenant {
    public static final TenantId ID = new TenantId("demo");

    public static final LegalIdentity SELLER =
            new LegalIdentity.Organization(new Inn("7700000016"), new Kpp("773601001"));

    private DemoTenant() {}

    public static Tenant of(String crm, ItemPolicy.Unknown unknownItems) {
        return of(crm, unknownItems, Set.of(OneCKind.COUNTERPARTY, OneCKind.CONTRACT, OneCKind.INVOICE));
    }

    public static Tenant of(String crm, ItemPolicy.Unknown unknownItems, Set<OneCKind> makes) {
        return new Tenant(
                ID,
                new CrmConnection(
                        new CrmSystem(crm),
                        URI.create("https://portal.example"),
                        new SecretName("demo/crm"),
                        Set.of(),
                        Map.of(
                                CrmConnection.DealField.INVOICE_NUMBER, "UF_CRM_C1_INVOICE_NUMBER",
                                CrmConnection.DealField.HANDED_OVER, "UF_CRM_C1_HANDED_OVER"),
                        Map.of()),
                new OneCConnection(
                        "accounting-3",
                        URI.create("https://1c.example/base"),
                        new SecretName("demo/onec"),
                        SELLER,
                        ZoneId.of("Europe/Moscow"),
                        Tailoring.NONE,
                        SessionMode.AUTO_USE),
                List.of(new Scenario("0", Set.of("EXECUTING"), makes)),
                Terms.usual(OwnCompany.only(SELLER), ItemPolicy.byName(unknownItems)),
                2);
    }
}
