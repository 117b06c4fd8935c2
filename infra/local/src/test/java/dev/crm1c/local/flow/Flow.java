package dev.crm1c.local.flow;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.LocalCloudSettings;
import dev.crm1c.local.ProjectFiles;
import dev.crm1c.local.aws.AwsEmulator;
import dev.crm1c.local.demo.ConnectedBy;
import dev.crm1c.local.demo.DemoWorld;
import dev.crm1c.local.lambda.FunctionPackage;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The packaged functions between a portal and a base, over real HTTP, in the cloud that {@code AWS_EMULATOR} chooses and the packaging that
 * {@code CRM1C_PACKAGE} chooses. Tests share one; each works with a company of its own.
 */
final class Flow implements AutoCloseable {
    static final String COUNTERPARTIES = "Catalog_Контрагенты";
    static final String AGREED = "EXECUTING";

    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Longer than any batch here takes on a busy machine, cold start included, or two workers would have one deal in hand. */
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    private final String stack = "it-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger companies = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoWorld world;

    /** @param workers how many processes a function may have: each costs a start of seconds, and only two can meet at one deal */
    private Flow(PortalSettings portal, OneCSettings base, ConnectedBy way, int workers) throws IOException {
        var settings = new LocalCloudSettings(
                stack,
                FunctionPackage.choose(System.getenv().getOrDefault("CRM1C_PACKAGE", "jvm")),
                0,
                workers,
                Optional.of(VISIBILITY),
                Map.of());
        world = DemoWorld.start(portal, base, settings, AwsEmulator.start(System.getenv()), way);
    }

    /** With a portal that is never tired, so that tests need not wait for it; our own budget stays as it is. */
    static Flow start(RefKeyPolicy keys) throws IOException {
        return start(OneCSettings.defaults().withRefKeyPolicy(keys));
    }

    static Flow start(OneCSettings base) throws IOException {
        return new Flow(tireless(), base, ConnectedBy.WEBHOOKS, 2);
    }

    /** With a portal that counts requests as the real one does. */
    static Flow startStrict(RefKeyPolicy keys) throws IOException {
        return new Flow(
                PortalSettings.defaults(), OneCSettings.defaults().withRefKeyPolicy(keys), ConnectedBy.WEBHOOKS, 2);
    }

    /** With a portal that nobody has prepared and that waits for our application; patiently, for a JVM's first answer on a busy machine. */
    static Flow startForApplication(Clock portalClock) throws IOException {
        return new Flow(
                tireless().withoutDealFields().withClock(portalClock).withHandlerPatience(PATIENCE),
                OneCSettings.defaults().withRefKeyPolicy(RefKeyPolicy.HONOURED),
                ConnectedBy.APPLICATION,
                1);
    }

    /** With a portal whose catalogue and notices are open to us as well. */
    static Flow startWithCatalogue(OneCSettings base) throws IOException {
        return new Flow(tireless().withScopes("crm", "user_brief", "catalog", "im"), base, ConnectedBy.WEBHOOKS, 1);
    }

    private static PortalSettings tireless() {
        return PortalSettings.defaults().withBucket(100_000, 1_000);
    }

    DemoWorld world() {
        return world;
    }

    /** A company with good requisites, and its tax number. */
    record Company(long id, long requisite, String inn) {}

    Company company() {
        String inn = TaxNumbers.ofOrganization(companies.incrementAndGet());
        long id = world.portal().salesperson().company("ООО «Покупатель " + inn + "»");
        long requisite = world.portal()
                .salesperson()
                .requisite(
                        id, inn, "770101001", "ООО «Покупатель " + inn + "»", "Общество «Покупатель " + inn + "»", "");
        return new Company(id, requisite, inn);
    }

    long deal(Company company, ProductRow... rows) {
        long deal = world.portal().salesperson().deal("Сделка", company.id());
        world.portal().salesperson().rows(deal, List.of(rows));
        return deal;
    }

    void agree(long deal) {
        world.portal().salesperson().moveDeal(deal, AGREED);
    }

    /** Until the portal has told everything, the queue is empty and nobody works. */
    void settle() {
        await().pollInterval(GLANCE).atMost(PATIENCE).until(world::isQuiet);
    }

    void resetCounters() {
        settle();
        world.portal().resetCounters();
        world.base().resetCounters();
    }

    List<JsonNode> invoicesOf(Company company) {
        return documentsOf(company, world.configuration().invoices());
    }

    List<JsonNode> ordersOf(Company company) {
        return documentsOf(company, world.configuration().sales());
    }

    private List<JsonNode> documentsOf(Company company, String set) {
        List<String> buyers = counterparties(company).stream()
                .map(counterparty -> counterparty.path("Ref_Key").asText())
                .toList();
        return world.base().all(set).stream()
                .filter(invoice ->
                        buyers.contains(invoice.path("Контрагент_Key").asText()))
                .toList();
    }

    List<JsonNode> counterparties(Company company) {
        return world.base().all(COUNTERPARTIES).stream()
                .filter(counterparty -> counterparty.path("ИНН").asText().equals(company.inn()))
                .toList();
    }

    List<String> notes(long deal) {
        return world.portal().timeline(deal).stream().map(TimelineComment::text).toList();
    }

    String shownNumber(long deal) {
        JsonNode number = world.portal().deal(deal).path("UF_CRM_C1_INVOICE_NUMBER");
        return number.isNull() ? "" : number.asText();
    }

    /** The portal takes a full burst again, as after a quiet half minute. */
    void portalRests() {
        settle();
        String portal = "portal:" + world.portal().address().getAuthority();
        world.cloud()
                .dynamoDb()
                .deleteItem(request -> request.tableName(world.cloud().reference("Table"))
                        .key(Map.of("pk", AttributeValue.fromS(portal), "sk", AttributeValue.fromS("BUDGET"))));
    }

    /** Another tenant file is taken into service; what functions remember of the old one goes with them. */
    void takes(String tenantFile) {
        settle();
        world.loadTenant(tenantFile);
        world.cloud().function("CrmToOneC").kill();
    }

    /** Lets time pass without waiting for it: everything that is parked or claimed becomes ten minutes older, and the minute's tick comes. */
    void tenMinutesPass() {
        settle();
        String table = world.cloud().reference("Table");
        world.cloud().dynamoDb().scanPaginator(request -> request.tableName(table)).items().stream()
                .filter(item -> item.containsKey("wakeAt") || item.containsKey("claimedAt"))
                .forEach(item -> Stream.of("wakeAt", "claimedAt")
                        .filter(item::containsKey)
                        .forEach(name -> world.cloud()
                                .dynamoDb()
                                .updateItem(request -> request.tableName(table)
                                        .key(Map.of("pk", item.get("pk"), "sk", item.get("sk")))
                                        .updateExpression("SET " + name + " = :older")
                                        .expressionAttributeValues(Map.of(":older", older(item.get(name)))))));
        portalRests();
        world.cloud().scheduler().fireAll();
        settle();
    }

    private static AttributeValue older(AttributeValue millis) {
        return AttributeValue.fromN(Long.toString(
                Long.parseLong(millis.n()) - Duration.ofMinutes(10).toMillis()));
    }

    HttpResponse<String> call(String path, String contentType, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(world.cloud().address().resolve(path))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Everything that the table holds, in no order. */
    Set<Map<String, AttributeValue>> table() {
        String table = world.cloud().reference("Table");
        return world.cloud().dynamoDb().scanPaginator(request -> request.tableName(table)).items().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything that the functions of this flow have written to their logs. */
    String logs() {
        try (Stream<Path> files = Files.list(ProjectFiles.runFolder())) {
            var all = new StringBuilder();
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith(stack))
                    .toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        http.close();
        world.close();
    }
}
