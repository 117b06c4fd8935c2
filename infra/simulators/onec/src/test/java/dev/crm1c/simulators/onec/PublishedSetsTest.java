package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§1.1 what is published")
class PublishedSetsTest extends BaseTest {
    @Override
    OneCSettings settings() {
        return super.settings().withPublished(Set.of(ITEMS, INVOICES));
    }

    @Test
    @DisplayName("§1.1 the service document lists the published sets, parts among them, and no others")
    void serviceDocument() {
        assertThat(caller.get("").column("name"))
                .contains(ITEMS, INVOICES, INVOICES + "_Товары")
                .doesNotContain(COUNTERPARTIES, COUNTERPARTIES + "_КонтактнаяИнформация");
    }

    @Test
    @DisplayName("§1.1 an object that is not published is 404 code 8, and so are its rows")
    void unpublished() {
        assertThat(caller.get(COUNTERPARTIES).refusal()).isEqualTo("404/8");
        assertThat(caller.post(COUNTERPARTIES, "{}").refusal()).isEqualTo("404/8");
        assertThat(caller.get(COUNTERPARTIES + "_КонтактнаяИнформация").refusal())
                .isEqualTo("404/8");
        assertThat(caller.get(ITEMS).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.9 $metadata holds the published sets and navigations between them only")
    void metadata() {
        assertThat(caller.get("$metadata").text())
                .contains("EntityType Name=\"" + INVOICES + "\" OpenType=\"true\"")
                .doesNotContain("EntitySet Name=\"" + COUNTERPARTIES)
                .doesNotContain("NavigationProperty Name=\"Контрагент\"");
    }
}
