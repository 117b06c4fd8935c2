package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Tenant;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OneCSessionsTest {
    @Test
    @DisplayName("onec.md §1.8: a session is a licence: the companies of one tenant share it, another base does not")
    void companies_share_a_session() {
        Tenant tenant = BaseTenants.at(URI.create("https://1c.example/base"));
        var sessions = new OneCSessions();
        sessions.giveBack(tenant, "ibsession=1");

        assertThat(sessions.take(BaseTenants.at(URI.create("https://1c.example/other"))))
                .isEmpty();
        assertThat(sessions.take(tenant.sellingAs(OwnCompany.only(Wind.LEGAL)))).contains("ibsession=1");
    }
}
