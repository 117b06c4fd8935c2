package dev.crm1c.simulators.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.crm.Files;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.crm.SavedRow;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.bitrix24.event.Delivery;
import dev.crm1c.simulators.bitrix24.event.OutgoingWebhooks;
import dev.crm1c.simulators.bitrix24.event.Subscription;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.http.RequestJournal;
import dev.crm1c.simulators.bitrix24.http.RequestRecord;
import dev.crm1c.simulators.bitrix24.http.RestServer;
import dev.crm1c.simulators.bitrix24.limit.LeakyBucket;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter;
import dev.crm1c.simulators.bitrix24.method.ItemView;
import dev.crm1c.simulators.bitrix24.method.PortalCatalogue;
import dev.crm1c.simulators.bitrix24.page.Attachments;
import dev.crm1c.simulators.bitrix24.page.Board;
import dev.crm1c.simulators.bitrix24.page.BoardHandler;
import dev.crm1c.simulators.bitrix24.page.FileHandler;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.MethodRunner;
import dev.crm1c.simulators.bitrix24.rest.RestDesk;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A Bitrix24 cloud portal in this process, over real HTTP: its REST API behind an incoming webhook, and its outgoing
 * webhooks. Everything here may be used from several threads.
 */
public final class Bitrix24Simulator implements AutoCloseable {
    private static final long SALESPERSON = 7;
    private static final String SALESPERSON_SECRET = "salespersonsecret";

    private final PortalSettings settings;
    private final Portal portal;
    private final OutgoingWebhooks events;
    private final OperatingMeter operating;
    private final LeakyBucket bucket;
    private final FaultRules faults = new FaultRules();
    private final RequestJournal journal = new RequestJournal();
    private final RestServer server;

    private Bitrix24Simulator(PortalSettings settings) {
        this.settings = settings;
        PortalSettings.Limits limits = settings.limits();
        PortalSettings.Access access = settings.access();
        PortalTime time = new PortalTime(settings.clock(), settings.zone());
        this.events =
                new OutgoingWebhooks(settings.identity(), settings.outgoing().handlerPatience(), settings.clock());
        this.portal = new Portal(time, settings.ids(), settings.rowSaveEvents(), events, this::address);
        this.operating = new OperatingMeter(limits.operating());
        this.bucket = new LeakyBucket(settings.clock(), limits.capacity(), limits.leakPerSecond());
        RestDesk desk = new RestDesk(
                List.of(
                        new Caller(access.userId(), access.secret(), access.scopes()),
                        new Caller(SALESPERSON, SALESPERSON_SECRET, access.scopes())),
                access.wrongSecretIsInvalidCredentials()
                        ? SystemErrors.INVALID_CREDENTIALS
                        : SystemErrors.NO_AUTH_FOUND,
                new MethodRunner(portal, PortalCatalogue.of(portal), operating, faults),
                operating,
                time);
        this.server = new RestServer(
                        new InetSocketAddress(
                                settings.listening().host(),
                                settings.listening().port()),
                        faults,
                        bucket,
                        desk,
                        journal,
                        settings.clock())
                .with(BoardHandler.PATH, new BoardHandler(new Board(portal, salesperson()), new Attachments(portal)))
                .with(Files.PATH, new FileHandler(portal));
    }

    public static Bitrix24Simulator start(PortalSettings settings) {
        Bitrix24Simulator simulator = new Bitrix24Simulator(settings);
        simulator.events.start();
        simulator.server.start();
        return simulator;
    }

    /** The root of the portal, with a slash at the end. */
    public URI address() {
        return server.address();
    }

    /** {@code 1/secret}: what stands between /rest/ and the method. */
    public String webhookCredential() {
        return settings.access().userId() + "/" + settings.access().secret();
    }

    /** The whole address of the incoming webhook, with a slash at the end. */
    public URI webhookUrl() {
        return address().resolve("rest/" + webhookCredential() + "/");
    }

    /**
     * The incoming webhook of the salesperson: what comes in there was done by them and not by the integration, so
     * nobody takes it for an echo. It shares the limits of the portal.
     */
    public URI salespersonWebhookUrl() {
        return address().resolve("rest/" + SALESPERSON + "/" + SALESPERSON_SECRET + "/");
    }

    public Salesperson salesperson() {
        return salesperson(SALESPERSON);
    }

    public Salesperson salesperson(long userId) {
        return new Salesperson(portal, userId);
    }

    /** An outgoing webhook for deals, their parties and legal data, with the token of the settings. */
    public Subscription subscribe(URI handler) {
        return subscribe(handler, CrmEvent.ofDealsAndParties());
    }

    public Subscription subscribe(URI handler, Set<CrmEvent> to) {
        Subscription subscription = new Subscription(
                settings.ids().next("eventHandler"),
                handler,
                settings.outgoing().applicationToken(),
                to);
        events.subscribe(subscription);
        return subscription;
    }

    /** Subscriptions with tokens of their own, and what may happen to events on their way. */
    public OutgoingWebhooks events() {
        return events;
    }

    public FaultRules faults() {
        return faults;
    }

    public OperatingMeter operating() {
        return operating;
    }

    public LeakyBucket bucket() {
        return bucket;
    }

    /** The deal with the names of crm.item.* and of user fields as they are; missing when there is none. */
    public JsonNode deal(long id) {
        return item(ItemType.DEAL, id);
    }

    public JsonNode company(long id) {
        return item(ItemType.COMPANY, id);
    }

    public JsonNode contact(long id) {
        return item(ItemType.CONTACT, id);
    }

    public JsonNode requisite(long id) {
        return portal.alone(() ->
                portal.legal().requisites().find(id).map(JsonNode.class::cast).orElse(MissingNode.getInstance()));
    }

    /** The product rows of a deal, as crm.item.productrow.list shows them. */
    public List<JsonNode> rows(long deal) {
        return portal.alone(() -> portal.rows().of(Owner.deal(deal)).stream()
                .map(SavedRow::json)
                .map(JsonNode.class::cast)
                .toList());
    }

    public List<TimelineComment> timeline(long deal) {
        return portal.alone(() -> portal.timeline().of(ItemType.DEAL, deal));
    }

    public List<RequestRecord> requests() {
        return journal.all();
    }

    public int requestCount() {
        return journal.size();
    }

    /** How many requests came too often (QUERY_LIMIT_EXCEEDED). */
    public int refusedCount() {
        return journal.overLimit();
    }

    public List<Delivery> deliveries() {
        return events.deliveries();
    }

    /** Forgets requests and deliveries; what the portal keeps stays. */
    public void resetCounters() {
        journal.forget();
        events.forget();
    }

    @Override
    public void close() {
        server.close();
        events.close();
    }

    private JsonNode item(ItemType type, long id) {
        return portal.alone(() -> portal.items(type)
                .find(id)
                .map(item -> (JsonNode)
                        ItemView.modern(portal.items(type), portal.time(), true).render(item))
                .orElse(MissingNode.getInstance()));
    }
}
