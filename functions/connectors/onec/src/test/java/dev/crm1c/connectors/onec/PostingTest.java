package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.DocumentSheet.State;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.faults.Fault;
import dev.crm1c.simulators.onec.http.PostedByPatch;
import dev.crm1c.simulators.onec.http.RecordedRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents are posted, in as few calls as a base allows, and what keeps them from it. */
@QuarkusTest
@DisplayName("onec.md §1.6, §1.7: posting")
class PostingTest extends InASellingBase {

    private DocumentDraft draft(OneCKind kind, Parties parties) {
        return draft(kind, "123", parties, lines(line(1, "KR-001", 2, 24_400)));
    }

    private static DocumentDraft over(OneCKind kind, Parties parties, DocumentSheet basis) {
        return draft(kind, "123", parties.with(basis.ref()), new Content.Over(basis.ref(), basis.total()));
    }

    private DocumentSheet made(Tenant tenant, DocumentDraft draft) {
        return got(oneC.create(tenant, draft, proposed(draft.kind(), "123")));
    }

    private DocumentSheet posted(Tenant tenant, DocumentDraft draft) {
        return found(oneC.post(tenant, draft.parties().base(), made(tenant, draft)));
    }

    private static DocumentSheet found(Reply<DocumentOnFile> reply) {
        DocumentOnFile onFile = got(reply);
        assertThat(onFile).isInstanceOf(DocumentOnFile.Found.class);
        return ((DocumentOnFile.Found) onFile).sheet();
    }

    private List<String> methods() {
        return base.requests().stream().map(RecordedRequest::method).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11", "erp-2"})
    @DisplayName("§1.6: an order and an invoice for a known buyer and known items are four calls, read back and all")
    void orderAndInvoice(String configuration) {
        Tenant tenant = seller(configuration);
        Parties parties = parties(tenant);
        DocumentDraft ordered = draft(OneCKind.ORDER, parties);
        base.resetCounters();

        DocumentSheet order = posted(tenant, ordered);
        DocumentDraft billed = over(OneCKind.INVOICE, parties, order);
        DocumentSheet invoice = posted(tenant, billed);

        assertThat(methods()).containsExactly("POST", "PATCH", "POST", "PATCH");
        assertThat(List.of(order.state(), invoice.state())).containsOnly(State.POSTED);
        assertThat(order.differencesFrom(ordered)).isEmpty();
        assertThat(invoice.differencesFrom(billed)).isEmpty();
    }

    @Test
    @DisplayName("§1.6: an invoice of Бухгалтерия is two calls; a changed one is posted anew by its method and read")
    void invoice() {
        Tenant tenant = seller("accounting-3");
        DocumentDraft draft = draft(OneCKind.INVOICE, parties(tenant));
        base.resetCounters();
        DocumentSheet posted = posted(tenant, draft);
        assertThat(methods()).containsExactly("POST", "PATCH");
        assertThat(posted.state()).isEqualTo(State.POSTED);

        base.resetCounters();
        DocumentSheet changed = got(oneC.change(tenant, posted.ref(), draft));
        assertThat(found(oneC.post(tenant, draft.parties().base(), changed)).state())
                .isEqualTo(State.POSTED);

        assertThat(methods()).containsExactly("PATCH", "POST", "GET");
        assertThat(base.requests().get(1).path()).endsWith("/Post");
    }

    @Test
    @DisplayName(
            "§2.2: a tax invoice of Управление торговлей reads the sum of its basis, and costs no call more for being posted")
    void taxInvoice() {
        Tenant tenant = seller("trade-11");
        Parties parties = parties(tenant);
        DocumentSheet order = posted(tenant, draft(OneCKind.ORDER, parties));
        DocumentSheet realization = posted(tenant, draft(OneCKind.REALIZATION, parties.with(order.ref())));
        base.resetCounters();

        DocumentSheet taxInvoice = posted(tenant, over(OneCKind.TAX_INVOICE, parties, realization));

        assertThat(taxInvoice.total()).isEqualTo(new Money(24_400));
        assertThat(base.requestCount()).isEqualTo(4);
    }

    @Test
    @DisplayName("§1.6: what is gone is missing")
    void gone() {
        Tenant tenant = seller("accounting-3");
        DocumentDraft draft = draft(OneCKind.INVOICE, parties(tenant));
        DocumentSheet made = made(tenant, draft);
        base.accountant()
                .deletePhysically("Document_СчетНаОплатуПокупателю", made.ref().key());

        assertThat(got(oneC.post(tenant, draft.parties().base(), made))).isEqualTo(new DocumentOnFile.Missing());
    }

    @Test
    @DisplayName("§1.7: posted and the answer lost: nobody knows, whoever looks sees it, and posting again is no error")
    void answerLost() {
        Tenant tenant = seller("accounting-3");
        DocumentDraft draft = draft(OneCKind.INVOICE, parties(tenant));
        OneCBase known = draft.parties().base();
        DocumentSheet made = made(tenant, draft);
        base.faults().on("PATCH", "Document_").next(1, Fault.commitThenClose());

        assertThat(stopped(oneC.post(tenant, known, made)))
                .isEqualTo(
                        new Outcome.Later(Surroundings.NOW.plus(Duration.ofMinutes(2)), Delay.WRITE_OUTCOME_UNKNOWN));

        DocumentSheet seen = found(oneC.read(tenant, known, made.ref()));
        assertThat(seen.state()).isEqualTo(State.POSTED);
        assertThat(found(oneC.post(tenant, known, seen)).state()).isEqualTo(State.POSTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = PostedByPatch.class,
            names = {"IGNORED", "REFUSED"})
    @DisplayName("§1.6: a base that takes no notice of the field, or refuses it, is asked by the method, and read")
    void notByField(PostedByPatch way) {
        Tenant tenant = tenant(OneCSettings.defaults().withPostedByPatch(way), Tailoring.NONE);
        DocumentDraft draft = draft(OneCKind.INVOICE, parties(tenant));
        base.resetCounters();

        DocumentSheet sheet = posted(tenant, draft);

        assertThat(sheet.state()).isEqualTo(State.POSTED);
        assertThat(sheet.differencesFrom(draft)).isEmpty();
        assertThat(methods()).containsExactly("POST", "PATCH", "POST", "GET");
    }

    @Test
    @DisplayName("§1.7: where a web server lets no PATCH through, what is new is posted all the same")
    void noPatch() {
        Tenant tenant = seller("accounting-3");
        DocumentDraft draft = draft(OneCKind.INVOICE, parties(tenant));
        base.faults().on("PATCH", "Document_").always(Fault.invalidUrl());

        assertThat(posted(tenant, draft).state()).isEqualTo(State.POSTED);
    }

    @Test
    @DisplayName("§1.7: in a closed period nothing is made, changed, posted or taken back, and 1C says until when")
    void periodClosed() {
        Tenant tenant = seller("accounting-3");
        DocumentDraft draft = draft(OneCKind.INVOICE, parties(tenant));
        DocumentSheet made = made(tenant, draft);
        base.accountant().closePeriod(LocalDate.of(2026, 11, 30));

        for (Supplier<Reply<?>> write : List.<Supplier<Reply<?>>>of(
                () -> oneC.create(tenant, draft, proposed(OneCKind.INVOICE, "124")),
                () -> oneC.change(tenant, made.ref(), draft),
                () -> oneC.post(tenant, draft.parties().base(), made),
                () -> oneC.withdraw(tenant, made.ref()))) {
            assertThat(stopped(write.get()))
                    .isEqualTo(new Outcome.NeedsPeople(new Problem.PeriodClosed("Документ от 21.11.2026 запрещено "
                            + "изменять: данные закрыты для изменения до 30.11.2026")));
        }
    }
}
