package dev.crm1c.local.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.demo.DemoConfiguration;
import dev.crm1c.local.demo.DemoWorld;
import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.Salesperson;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.onec.Accountant;
import dev.crm1c.simulators.onec.Accountant.BankAccount;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import dev.crm1c.simulators.onec.http.RecordedRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A customer of ours with two own companies: a manager at the portal, an accountant at the base, the functions between them. */
final class Office implements AutoCloseable {
    static final String AGREED = "EXECUTING";
    static final String DELIVERED = "FINAL_INVOICE";
    static final String SECOND_ACCOUNT = "40702810100000000002";

    private static final String REALIZATIONS = "Document_РеализацияТоваровУслуг";
    private static final String ACTS = "Document_АктВыполненныхРабот";
    private static final String TAX_INVOICES = "Document_СчетФактураВыданный";
    private static final String PUMP = "Насос";
    private static final String FITTING = "Монтаж насоса";

    private final Flow flow;
    private final UUID second;
    private final long secondRequisite;
    private final long pump;
    private final long fitting;
    private final AtomicInteger persons = new AtomicInteger();

    private Office(Flow flow) {
        this.flow = flow;
        this.second = accountant()
                .organization(
                        "АО «Василёк»",
                        RichTenant.SECOND_INN,
                        RichTenant.SECOND_KPP,
                        new BankAccount(SECOND_ACCOUNT, "044525225", "ПАО «Пример-Банк»", "30101810400000000225"),
                        flow.world().catalogue().currency());
        accountant().warehouse("Южный склад");
        accountant().itemFolder("Из CRM");
        accountant().item(PUMP, "N-1", unit("796"));
        accountant().service(FITTING, "M-1", unit("796"));
        this.secondRequisite = manager()
                .requisite(
                        manager().myCompany("АО «Василёк»"),
                        RichTenant.SECOND_INN,
                        RichTenant.SECOND_KPP,
                        "АО «Василёк»",
                        "",
                        "");
        this.pump = portal().administrator().product(PUMP, Map.of());
        this.fitting = portal().administrator().product(FITTING, Map.of());
    }

    static Office open(OneCSettings base) throws IOException {
        Flow flow = Flow.startWithCatalogue(base);
        flow.world().setUpPortal();
        var office = new Office(flow);
        flow.takes(RichTenant.of(office.configuration()));
        return office;
    }

    Flow flow() {
        return flow;
    }

    DemoWorld world() {
        return flow.world();
    }

    DemoConfiguration configuration() {
        return world().configuration();
    }

    boolean hasOrders() {
        return configuration().hasOrders();
    }

    Bitrix24Simulator portal() {
        return world().portal();
    }

    OneCSimulator base() {
        return world().base();
    }

    Salesperson manager() {
        return portal().salesperson();
    }

    Accountant accountant() {
        return base().accountant();
    }

    UUID unit(String okei) {
        return world().catalogue().units().get(okei);
    }

    UUID secondOrganization() {
        return second;
    }

    /** Of the second company, by which a deal names it as the seller. */
    long secondRequisite() {
        return secondRequisite;
    }

    /** A good that both sides know by its name. */
    ProductRow pump(String quantity) {
        return ProductRow.of(PUMP, "10333.33", quantity).withProduct(pump).withVat(22);
    }

    /** Likewise a service. */
    ProductRow fitting() {
        return ProductRow.of(FITTING, "5000.01", "1")
                .withProduct(fitting)
                .withVat(22)
                .asService();
    }

    /** The n-th sole trader's ИНН that nobody has had yet. */
    String freshInnOfPerson() {
        return TaxNumbers.ofPerson(persons.incrementAndGet());
    }

    long agreed(Company company, ProductRow... rows) {
        long deal = flow.deal(company, rows);
        manager().moveDeal(deal, AGREED);
        return deal;
    }

    /** Agreed, and everything that comes of it has come. */
    long settled(Company company, ProductRow... rows) {
        long deal = agreed(company, rows);
        flow.settle();
        return deal;
    }

    List<JsonNode> realizations(Company company) {
        return of(company, REALIZATIONS);
    }

    List<JsonNode> acts(Company company) {
        return hasOrders() ? of(company, ACTS) : List.of();
    }

    List<JsonNode> taxInvoices(Company company) {
        return of(company, TAX_INVOICES);
    }

    private List<JsonNode> of(Company company, String set) {
        List<String> buyers = flow.counterparties(company).stream()
                .map(counterparty -> counterparty.path("Ref_Key").asText())
                .toList();
        return base().all(set).stream()
                .filter(document -> Stream.of("Контрагент_Key", "Контрагент")
                        .anyMatch(field -> buyers.contains(document.path(field).asText())))
                .toList();
    }

    /** The document that says what is sold. */
    JsonNode sale(Company company) {
        return flow.ordersOf(company).getFirst();
    }

    JsonNode invoice(Company company) {
        return flow.invoicesOf(company).getFirst();
    }

    static UUID key(JsonNode object) {
        return UUID.fromString(object.path("Ref_Key").asText());
    }

    static BigDecimal sum(JsonNode document) {
        return document.path("СуммаДокумента").decimalValue();
    }

    static String number(JsonNode document) {
        return document.path("Number").asText().strip();
    }

    static boolean posted(JsonNode document) {
        return document.path("Posted").asBoolean();
    }

    String field(long deal, String name) {
        return portal().deal(deal).path("UF_CRM_C1_" + name).asText("");
    }

    /** What 1C was asked to change. */
    List<RecordedRequest> writesTo1C() {
        return base().requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }

    @Override
    public void close() {
        flow.close();
    }
}
