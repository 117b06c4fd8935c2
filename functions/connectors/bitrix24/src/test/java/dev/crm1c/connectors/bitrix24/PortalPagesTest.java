package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PortalPagesTest {
    private static String page(CrmKind kind) {
        return PortalPages.of(URI.create("https://portal.example:8443/some/path?x"), new CrmRef(kind, "5"));
    }

    @ParameterizedTest
    @CsvSource({
        "DEAL, /crm/deal/details/5/",
        "COMPANY, /crm/company/details/5/",
        "CONTACT, /crm/contact/details/5/",
        "INVOICE, /crm/type/31/details/5/"
    })
    void people_open_what_has_a_page(CrmKind kind, String page) {
        assertThat(page(kind)).isEqualTo("https://portal.example:8443" + page);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DEAL", "COMPANY", "CONTACT", "INVOICE"})
    void what_has_no_page_of_its_own_has_no_link(CrmKind kind) {
        assertThat(page(kind)).isEmpty();
    }
}
