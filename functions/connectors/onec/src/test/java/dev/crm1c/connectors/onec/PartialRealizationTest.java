package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.SaleProgress;
import dev.crm1c.model.onec.SaleProgress.Portion;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sale that is handed over in parts: goods by realizations, services by an act, each over the same order. */
@QuarkusTest
@DisplayName("onec.md §2.1, §2.2: partial realizations")
class PartialRealizationTest extends InASellingBase {
    private static final String REALIZATIONS = "Document_РеализацияТоваровУслуг";

    private Tenant selling(String configuration) {
        return tenant(
                OneCSettings.of(configuration).withRecalculation(Duration.ZERO),
                EnumSet.allOf(OneCKind.class),
                Tailoring.NONE);
    }

    private DocumentSheet posted(Tenant tenant, OneCKind kind, String portion, Parties parties, Content content) {
        DocumentDraft draft = draft(kind, "123", parties, content);
        DocumentSheet made = got(oneC.create(tenant, draft, proposed(kind, portion)));
        assertThat(got(oneC.post(tenant, parties.base(), made)))
                .isInstanceOfSatisfying(DocumentOnFile.Found.class, found -> {
                    assertThat(found.sheet().state()).isEqualTo(DocumentSheet.State.POSTED);
                    assertThat(found.sheet().differencesFrom(draft)).isEmpty();
                });
        return made;
    }

    private JsonNode rows(OneCRef realization) {
        return base.one(REALIZATIONS, realization.key()).path("Товары");
    }

    private Portion shipped(Tenant tenant, OneCRef sale) {
        SaleProgress progress = got(oneC.progress(tenant, sale));
        return progress.shipped();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11", "erp-2"})
    @DisplayName(
            "§2.2: three realizations take what they take of the order's rows, by the rows' numbers; an act takes its services")
    void trade(String configuration) {
        Tenant tenant = selling(configuration);
        Parties parties = parties(tenant);
        DocumentSheet order = posted(
                tenant,
                OneCKind.ORDER,
                "123",
                parties,
                lines(line(1, "KR-001", 3, 36_600), line(2, "US-101", 1, 10_000), line(3, "ST-002", 2, 24_400)));
        assertThat(base.one("Document_ЗаказКлиента", order.ref().key())
                        .path("МаксимальныйКодСтроки")
                        .asText())
                .isEqualTo("3");
        Parties ordered = parties.with(order.ref());

        DocumentSheet first = posted(tenant, OneCKind.REALIZATION, "1", ordered, lines(line(1, "KR-001", 1, 12_200)));
        assertThat(shipped(tenant, order.ref())).isEqualTo(Portion.PART);
        DocumentSheet second = posted(
                tenant,
                OneCKind.REALIZATION,
                "2",
                ordered,
                lines(line(1, "KR-001", 2, 24_400), line(3, "ST-002", 1, 12_200)));
        DocumentSheet third = posted(tenant, OneCKind.REALIZATION, "3", ordered, lines(line(3, "ST-002", 1, 12_200)));
        assertThat(shipped(tenant, order.ref())).isEqualTo(Portion.PART);
        posted(tenant, OneCKind.ACT, "1", ordered, lines(line(2, "US-101", 1, 10_000)));

        assertThat(shipped(tenant, order.ref())).isEqualTo(Portion.WHOLE);
        assertThat(rows(first.ref()).findValuesAsText("КодСтроки")).containsExactly("1");
        assertThat(rows(second.ref()).findValuesAsText("КодСтроки")).containsExactly("1", "3");
        assertThat(rows(second.ref()).findValuesAsText("LineNumber")).containsExactly("1", "2");
        assertThat(rows(third.ref()).findValuesAsText("КодСтроки")).containsExactly("3");
        assertThat(rows(third.ref()).path(0).path("ЗаказКлиента").asText())
                .isEqualTo(order.ref().key().toString());
    }

    @Test
    @DisplayName("§2.1: two realizations over one invoice, and the invoice knows of both")
    void accounting() {
        Tenant tenant = selling("accounting-3");
        Parties parties = parties(tenant);
        DocumentSheet invoice = posted(tenant, OneCKind.INVOICE, "123", parties, lines(line(1, "KR-001", 3, 36_600)));
        Parties billed = parties.with(invoice.ref());

        posted(tenant, OneCKind.REALIZATION, "1", billed, lines(line(1, "KR-001", 1, 12_200)));
        assertThat(shipped(tenant, invoice.ref())).isEqualTo(Portion.PART);
        posted(tenant, OneCKind.REALIZATION, "2", billed, lines(line(1, "KR-001", 2, 24_400)));

        assertThat(shipped(tenant, invoice.ref())).isEqualTo(Portion.WHOLE);
    }
}
