package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.CannotWithdraw;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.faults.Fault;
import dev.crm1c.simulators.onec.http.RecordedRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of a deal that is lost, and of one that is found again. */
@QuarkusTest
@DisplayName("onec.md §1.6, §2.1, §2.2: taking documents back")
class WithdrawalTest extends InASellingBase {
    private static final String ORDERS = "Document_ЗаказКлиента";
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    private static final String BILLS = "Document_СчетНаОплатуКлиенту";

    private DocumentDraft draft(OneCKind kind, Parties parties) {
        return draft(kind, "123", parties, lines(line(1, "KR-001", 2, 24_400)));
    }

    private DocumentSheet made(Tenant tenant, DocumentDraft draft) {
        return got(oneC.create(tenant, draft, proposed(draft.kind(), "123")));
    }

    private OneCRef posted(Tenant tenant, DocumentDraft draft) {
        DocumentSheet made = made(tenant, draft);
        got(oneC.post(tenant, draft.parties().base(), made));
        base.resetCounters();
        return made.ref();
    }

    private List<String> calls() {
        return base.requests().stream()
                .map(request -> request.method() + " " + lastWord(request))
                .toList();
    }

    private static String lastWord(RecordedRequest request) {
        return request.path().replaceAll(".*\\)/?", "");
    }

    /** What the register of settlements says of an order: nothing once it is closed. */
    private long movements(OneCRef order) {
        return base.all("AccumulationRegister_РасчетыСКлиентами_RecordType").stream()
                .filter(movement ->
                        movement.path("Recorder").asText().equals(order.key().toString()))
                .count();
    }

    private String status(OneCRef order) {
        return base.one(ORDERS, order.key()).path("Статус").asText();
    }

    private static boolean is(JsonNode document, String flag) {
        return document.path(flag).asBoolean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11", "erp-2"})
    @DisplayName("§2.2: an order is closed and posted anew, so that nothing waits for it any more; its rows stay")
    void order(String configuration) {
        Tenant tenant = seller(configuration);
        OneCRef order = posted(tenant, draft(OneCKind.ORDER, parties(tenant)));
        assertThat(movements(order)).isPositive();

        got(oneC.withdraw(tenant, order));

        assertThat(calls()).containsExactly("GET ", "PATCH ", "POST Post");
        assertThat(status(order)).isEqualTo("Закрыт");
        assertThat(movements(order)).isZero();
        assertThat(base.one(ORDERS, order.key()).path("Товары")).hasSize(1);
        assertThat(is(base.one(ORDERS, order.key()), "DeletionMark")).isFalse();
    }

    @Test
    @DisplayName("§1.6: an order whose closing was interrupted before it was posted is posted the next time")
    void orderInterrupted() {
        Tenant tenant = seller("trade-11");
        OneCRef order = posted(tenant, draft(OneCKind.ORDER, parties(tenant)));
        base.faults().on("POST", "/Post").next(1, Fault.serviceUnavailable());
        assertThat(stopped(oneC.withdraw(tenant, order))).isInstanceOf(Outcome.Later.class);
        base.resetCounters();

        got(oneC.withdraw(tenant, order));

        assertThat(calls()).containsExactly("GET ", "POST Post");
        assertThat(movements(order)).isZero();
    }

    @Test
    @DisplayName("§2.2: an order that never was posted is closed and stays so")
    void orderUnposted() {
        Tenant tenant = seller("trade-11");
        OneCRef order = made(tenant, draft(OneCKind.ORDER, parties(tenant))).ref();

        got(oneC.withdraw(tenant, order));

        assertThat(status(order)).isEqualTo("Закрыт");
        assertThat(is(base.one(ORDERS, order.key()), "Posted")).isFalse();
    }

    @Test
    @DisplayName("§2.2: the next change of an order brings its status back, and with it what waits for it")
    void orderRestored() {
        Tenant tenant = seller("trade-11");
        DocumentDraft draft = draft(OneCKind.ORDER, parties(tenant));
        OneCRef order = posted(tenant, draft);
        got(oneC.withdraw(tenant, order));

        got(oneC.restore(tenant, order));
        DocumentSheet changed = got(oneC.change(tenant, order, draft));
        got(oneC.post(tenant, draft.parties().base(), changed));

        assertThat(status(order)).isEqualTo("КОбеспечению");
        assertThat(movements(order)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"accounting-3, " + INVOICES, "trade-11, " + BILLS, "erp-2, " + BILLS})
    @DisplayName(
            "§1.6: an invoice is unposted, then marked; a second time there is nothing left to do; unmarked, it is as it was made")
    void invoice(String configuration, String set) {
        Tenant tenant = seller(configuration);
        OneCRef invoice = posted(tenant, invoiceDraft(tenant));

        got(oneC.withdraw(tenant, invoice));
        assertThat(calls()).containsExactly("GET ", "POST Unpost", "PATCH ");
        assertThat(is(base.one(set, invoice.key()), "DeletionMark")).isTrue();
        assertThat(is(base.one(set, invoice.key()), "Posted")).isFalse();

        base.resetCounters();
        got(oneC.withdraw(tenant, invoice));
        assertThat(calls()).containsExactly("GET ");

        base.resetCounters();
        got(oneC.restore(tenant, invoice));
        got(oneC.restore(tenant, invoice));
        assertThat(calls()).containsExactly("GET ", "PATCH ", "GET ");
        assertThat(is(base.one(set, invoice.key()), "DeletionMark")).isFalse();
    }

    private DocumentDraft invoiceDraft(Tenant tenant) {
        Parties parties = parties(tenant);
        if (!oneC.kindsIn(tenant).contains(OneCKind.ORDER)) {
            return draft(OneCKind.INVOICE, parties);
        }
        DocumentSheet order = made(tenant, draft(OneCKind.ORDER, parties));
        return draft(OneCKind.INVOICE, "123", parties.with(order.ref()), new Content.Over(order.ref(), order.total()));
    }

    @Test
    @DisplayName("§1.6: an invoice that was unposted and no more is marked the next time")
    void invoiceInterrupted() {
        Tenant tenant = seller("accounting-3");
        OneCRef invoice = posted(tenant, draft(OneCKind.INVOICE, parties(tenant)));
        base.faults().on("PATCH", INVOICES).next(1, Fault.badGateway());
        assertThat(stopped(oneC.withdraw(tenant, invoice))).isInstanceOf(Outcome.Later.class);
        base.resetCounters();

        got(oneC.withdraw(tenant, invoice));

        assertThat(calls()).containsExactly("GET ", "PATCH ");
        assertThat(is(base.one(INVOICES, invoice.key()), "DeletionMark")).isTrue();
    }

    @Test
    @DisplayName("§1.6: what is gone is taken back already, and nothing is there to be restored")
    void gone() {
        Tenant tenant = seller("accounting-3");
        OneCRef invoice = made(tenant, draft(OneCKind.INVOICE, parties(tenant))).ref();
        base.accountant().deletePhysically(INVOICES, invoice.key());

        assertThat(got(oneC.withdraw(tenant, invoice))).isEqualTo(invoice);
        assertThat(got(oneC.restore(tenant, invoice))).isEqualTo(invoice);
    }

    @Test
    @DisplayName("§2.1: what was handed over is left to people")
    void realization() {
        Tenant tenant = seller("accounting-3");
        DocumentSheet made = made(tenant, draft(OneCKind.REALIZATION, parties(tenant)));

        assertThat(stopped(oneC.withdraw(tenant, made.ref()))).isEqualTo(new Outcome.NeedsPeople((Problem)
                new CannotWithdraw(OneCKind.REALIZATION, made.number(), CannotWithdraw.Barrier.SHIPPED)));
        assertThat(is(base.one("Document_РеализацияТоваровУслуг", made.ref().key()), "DeletionMark"))
                .isFalse();
    }
}
