package dev.crm1c.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crm1c.simulators.bitrix24.DemoPortal;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.event.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The portal is set up; then four acts: a deal becomes an invoice; the same webhook again changes nothing; a deal that lacks something waits for
 * people and then goes through; what it agreed is handed over.
 */
final class DemoPlay {
    private static final String COUNTERPARTIES = "Catalog_Контрагенты";
    private static final String CONTRACTS = "Catalog_ДоговорыКонтрагентов";
    private static final String PARTNERS = "Catalog_Партнеры";
    private static final String REALIZATIONS = "Document_РеализацияТоваровУслуг";
    private static final String TAX_INVOICES = "Document_СчетФактураВыданный";
    private static final String AGREED = "EXECUTING";
    private static final String DELIVERED = "FINAL_INVOICE";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final DemoWorld world;
    private final Story story;
    private final String sales;
    private final String invoices;

    DemoPlay(DemoWorld world, Story story) {
        this.world = world;
        this.story = story;
        this.sales = world.configuration().sales();
        this.invoices = world.configuration().invoices();
    }

    void play() throws IOException, InterruptedException {
        var accountant = world.base().accountant();
        accountant.item(
                "Кресло офисное «Норд»", "KR-N", world.catalogue().units().get("796"));
        accountant.item(
                "Стол переговорный 2400×1200", "ST-P", world.catalogue().units().get("796"));
        accountant.service(
                "Сборка и доставка мебели", "DS-1", world.catalogue().units().get("876"));
        accountant.item("Обогреватель", "HT-1", world.catalogue().units().get("796"));
        world.base().resetCounters();
        setUpPortal();
        DemoPortal demo = DemoPortal.fill(world.portal().salesperson());
        quiet();
        dealBecomesInvoice(demo);
        sameWebhookAgain();
        long heaters = peopleMendAndItGoesThrough();
        goodsGo(heaters);
        leaveDealForTheBoard(demo);
    }

    private void setUpPortal() {
        JsonNode answer = world.setUpPortal();
        var made = new ArrayList<String>();
        answer.path("pieces").forEach(piece -> {
            if (piece.path("standing").asText().equals("MADE")) {
                made.add(piece.path("name").asText());
            }
        });
        story.tell("set-up:   set-up-crm made the deal's fields " + String.join(", ", made));
        answer.path("report").forEach(line -> story.tell("set-up:   " + line.asText()));
    }

    /** For whoever opens the portal's board: a deal that nobody has moved yet. */
    private void leaveDealForTheBoard(DemoPortal demo) throws InterruptedException {
        var salesperson = world.portal().salesperson();
        long deal = salesperson.deal("Ещё два кресла", demo.company());
        salesperson.rows(
                deal,
                List.of(ProductRow.of("Кресло офисное «Норд»", "12990.50", "2").withVat(22)));
        quiet();
    }

    private void dealBecomesInvoice(DemoPortal demo) throws InterruptedException {
        story.chapter("1. A deal is agreed in Bitrix24");
        resetCounters();
        world.portal().salesperson().moveDeal(demo.deal(), AGREED);
        story.tell("Bitrix24: deal %d «%s», 3 rows, moved to stage %s"
                .formatted(demo.deal(), deal(demo.deal()).path("title").asText(), AGREED));
        story.when(
                () -> !deliveries().isEmpty(),
                () -> "webhook:  %s answered with %d"
                        .formatted(
                                world.webhookAddress().getPath(),
                                deliveries().getFirst().answerStatus()));
        if (world.configuration().hasOrders()) {
            story.when(
                    () -> !all(PARTNERS).isEmpty(),
                    () -> "1C:       partner %s"
                            .formatted(last(PARTNERS).path("Description").asText()));
        }
        story.when(
                () -> last(COUNTERPARTIES).path("ИНН").asText().equals("5001000027"),
                () -> "1C:       counterparty %s, ИНН %s, КПП %s"
                        .formatted(
                                last(COUNTERPARTIES).path("Description").asText(),
                                last(COUNTERPARTIES).path("ИНН").asText(),
                                last(COUNTERPARTIES).path("КПП").asText()));
        story.when(
                () -> !all(CONTRACTS).isEmpty(),
                () -> "1C:       contract «%s»"
                        .formatted(last(CONTRACTS).path("Description").asText()));
        if (world.configuration().hasOrders()) {
            story.when(
                    () -> !all(sales).isEmpty(),
                    () -> "1C:       customer's order № %s for %s ₽, VAT by line %s"
                            .formatted(number(sales), sum(sales), vatOf(last(sales))));
        }
        story.when(
                () -> !all(invoices).isEmpty(),
                () -> world.configuration().hasOrders()
                        ? "1C:       invoice № %s for %s ₽ over it".formatted(number(invoices), sum(invoices))
                        : "1C:       invoice № %s for %s ₽, VAT by line %s"
                                .formatted(number(invoices), sum(invoices), vatOf(last(invoices))));
        story.when(
                () -> last(invoices).path("Posted").asBoolean(),
                () -> "1C:       posted, and read back to compare every sum");
        story.when(
                () -> !invoiceNumber(demo.deal()).isEmpty(),
                () -> "Bitrix24: deal shows № %s of %s for %s"
                        .formatted(
                                invoiceNumber(demo.deal()),
                                field(demo.deal(), "UF_CRM_C1_INVOICE_DATE"),
                                field(demo.deal(), "UF_CRM_C1_INVOICE_SUM")));
        story.when(
                () -> !notes(demo.deal()).isEmpty(),
                () -> "Bitrix24: timeline «" + notes(demo.deal()).getFirst() + "»");
        quiet();
        tellCalls();
    }

    private void sameWebhookAgain() throws IOException, InterruptedException {
        story.chapter("2. The same webhook once more");
        Delivery first = deliveries().getFirst();
        String before = everything();
        resetCounters();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(
                            HttpRequest.newBuilder(
                                            URI.create(world.webhookAddress().toString()))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(first.body()))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            story.tell("webhook:  the body of before, answered with " + status);
        }
        story.when(() -> world.portal().requestCount() > 0, () -> "worker:   reads the deal, finds it unchanged");
        quiet();
        story.when(
                () -> everything().equals(before),
                () -> "nothing changed on either side; calls: %d to Bitrix24, %d to 1C"
                        .formatted(world.portal().requestCount(), world.base().requestCount()));
    }

    private long peopleMendAndItGoesThrough() throws InterruptedException {
        story.chapter("3. A deal that lacks something");
        var salesperson = world.portal().salesperson();
        long company = salesperson.company("ООО «Тёплый дом»");
        long requisite = salesperson.requisite(company, "7802000032", "780201001", "ООО «Тёплый дом»", "", "");
        long deal = salesperson.deal("Обогреватели", company);
        salesperson.rows(
                deal, List.of(ProductRow.of("Обогреватель", "4990", "2").withVat(22)));
        quiet();
        int before = all(invoices).size();
        salesperson.moveDeal(deal, AGREED);
        story.tell("Bitrix24: deal %d agreed, but its company's ИНН is wrong".formatted(deal));
        story.when(
                () -> !notes(deal).isEmpty(),
                () -> "Bitrix24: timeline «" + notes(deal).getFirst().replace("\n", " ") + "»");
        quiet();
        salesperson.fillRequisite(requisite, "RQ_INN", "7802000030");
        story.tell("Bitrix24: somebody corrects the ИНН; nobody touches the deal");
        story.when(
                () -> all(invoices).size() > before,
                () -> "1C:       invoice № %s for %s ₽".formatted(number(invoices), sum(invoices)));
        story.when(
                () -> invoiceNote(deal).isPresent(),
                () -> "Bitrix24: the note is gone, the timeline says «"
                        + invoiceNote(deal).orElse("").lines().findFirst().orElse("") + "»");
        quiet();
        return deal;
    }

    private void goodsGo(long deal) throws InterruptedException {
        story.chapter("4. What was agreed is handed over");
        resetCounters();
        world.portal().salesperson().moveDeal(deal, DELIVERED);
        story.tell("Bitrix24: deal %d moved to stage %s".formatted(deal, DELIVERED));
        story.when(
                () -> last(REALIZATIONS).path("Posted").asBoolean(),
                () -> "1C:       realization № %s for %s ₽, posted".formatted(number(REALIZATIONS), sum(REALIZATIONS)));
        story.when(
                () -> !all(TAX_INVOICES).isEmpty(), () -> "1C:       tax invoice № %s".formatted(number(TAX_INVOICES)));
        story.when(
                () -> !field(deal, "UF_CRM_C1_SHIPMENT_NUMBER").isEmpty(),
                () -> "Bitrix24: deal shows № %s of %s, state «%s»"
                        .formatted(
                                field(deal, "UF_CRM_C1_SHIPMENT_NUMBER"),
                                field(deal, "UF_CRM_C1_SHIPMENT_DATE"),
                                field(deal, "UF_CRM_C1_STATE")));
        quiet();
        tellCalls();
    }

    private void tellCalls() {
        story.tell("calls:    %d to Bitrix24 (the echo of our own write is one of them), %d to 1C"
                .formatted(world.portal().requestCount(), world.base().requestCount()));
    }

    /** Until the portal has told everything, the queue is empty and nobody works. */
    private void quiet() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!world.isQuiet()) {
            if (Instant.now().isAfter(end)) {
                throw new Story.DidNotHappen("an empty queue");
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private void resetCounters() {
        world.portal().resetCounters();
        world.base().resetCounters();
    }

    private List<Delivery> deliveries() {
        return world.portal().deliveries();
    }

    private JsonNode deal(long id) {
        return world.portal().deal(id);
    }

    private String field(long deal, String name) {
        JsonNode value = deal(deal).path(name);
        return value.isNull() ? "" : value.asText();
    }

    private String invoiceNumber(long deal) {
        return field(deal, "UF_CRM_C1_INVOICE_NUMBER");
    }

    private List<String> notes(long deal) {
        return world.portal().timeline(deal).stream()
                .map(comment -> comment.text())
                .toList();
    }

    private Optional<String> invoiceNote(long deal) {
        return notes(deal).stream()
                .filter(note -> note.startsWith("Счёт на оплату"))
                .findFirst();
    }

    private List<JsonNode> all(String set) {
        return world.base().all(set);
    }

    private JsonNode last(String set) {
        List<JsonNode> all = all(set);
        return all.isEmpty() ? MissingNode.getInstance() : all.getLast();
    }

    private String number(String set) {
        return last(set).path("Number").asText().strip();
    }

    private String sum(String set) {
        return last(set).path("СуммаДокумента").asText();
    }

    private static String vatOf(JsonNode invoice) {
        var vat = new StringBuilder();
        invoice.path("Товары")
                .forEach(line -> vat.append(vat.isEmpty() ? "" : " + ")
                        .append(line.path("СуммаНДС").asText()));
        return vat.toString();
    }

    /** All that either side holds and we may write, as text. */
    private String everything() {
        return all(COUNTERPARTIES).toString() + all(CONTRACTS) + all(sales) + all(invoices) + deal(1) + notes(1);
    }
}
