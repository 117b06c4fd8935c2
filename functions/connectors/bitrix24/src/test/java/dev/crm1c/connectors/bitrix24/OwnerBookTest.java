package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Replies.delay;
import static dev.crm1c.connectors.bitrix24.Replies.got;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.port.Crm;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnerBookTest {
    private static final CrmRef ACCOUNT = new CrmRef(CrmKind.BANK_DETAIL, "11");

    @Inject
    Crm crm;

    private StubPortal portal;

    @BeforeEach
    void startPortal() {
        portal = StubPortal.start();
    }

    @AfterEach
    void stopPortal() {
        portal.close();
    }

    @Test
    @DisplayName(
            "bitrix24.md §2.3: the event of a bank account names the account alone; its owner is read in one request")
    void the_company_of_a_bank_account_is_found() {
        portal.on("crm.requisite.bankdetail.get", """
                {"ID":"11","ENTITY_ID":"27","RQ_BIK":"044525225"}""");
        portal.on("crm.requisite.list", """
                [{"ID":"27","ENTITY_TYPE_ID":"4","ENTITY_ID":"7"}]""");

        assertThat(got(crm.companyOf(portal.tenant(), ACCOUNT))).contains(new CrmRef(CrmKind.COMPANY, "7"));
        assertThat(portal.requests()).isEqualTo(1);
        assertThat(portal.calls("crm.requisite.list").getFirst().text("/filter/ID"))
                .isEqualTo("27");
    }

    @Test
    void a_bank_account_that_is_gone_has_no_company() {
        portal.refuses("crm.requisite.bankdetail.get", "", "The RequisiteBankDetail with ID '11' is not found");

        assertThat(got(crm.companyOf(portal.tenant(), ACCOUNT))).isEqualTo(Optional.empty());
        assertThat(portal.calls("crm.requisite.list")).isEmpty();
    }

    @Test
    void a_persons_bank_account_has_no_company() {
        portal.on("crm.requisite.bankdetail.get", """
                {"ID":"11","ENTITY_ID":"27"}""");
        portal.on("crm.requisite.list", """
                [{"ID":"27","ENTITY_TYPE_ID":"3","ENTITY_ID":"7"}]""");

        assertThat(got(crm.companyOf(portal.tenant(), ACCOUNT))).isEqualTo(Optional.empty());
    }

    @Test
    void an_account_that_we_may_not_see_is_not_one_that_is_gone() {
        portal.refuses("crm.requisite.bankdetail.get", "", "Access denied.");

        assertThat(delay(crm.companyOf(portal.tenant(), ACCOUNT))).isEqualTo(Delay.CRM_ACCESS_REFUSED);
    }
}
