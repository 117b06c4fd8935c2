package dev.crm1c.simulators.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crm1c.simulators.bitrix24.app.ApplicationHost;
import dev.crm1c.simulators.bitrix24.app.Applications;
import dev.crm1c.simulators.bitrix24.app.Browser;
import dev.crm1c.simulators.bitrix24.app.Robots;
import dev.crm1c.simulators.bitrix24.crm.Actor;
import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.crm.SavedRow;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.bitrix24.event.Delivery;
import dev.crm1c.simulators.bitrix24.event.OutgoingWebhooks;
import dev.crm1c.simulators.bitrix24.event.PortalIdentity;
import dev.crm1c.simulators.bitrix24.event.QueueServer;
import dev.crm1c.simulators.bitrix24.event.Subscription;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.http.AuthorizeHandler;
import dev.crm1c.simulators.bitrix24.http.OAuthHandler;
import dev.crm1c.simulators.bitrix24.http.PortalDoors;
import dev.crm1c.simulators.bitrix24.http.RequestJournal;
import dev.crm1c.simulators.bitrix24.http.RequestRecord;
import dev.crm1c.simulators.bitrix24.http.Responder;
import dev.crm1c.simulators.bitrix24.http.RestHandler;
import dev.crm1c.simulators.bitrix24.limit.LeakyBucket;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter;
import dev.crm1c.simulators.bitrix24.limit.Plan;
import dev.crm1c.simulators.bitrix24.method.ItemView;
import dev.crm1c.simulators.bitrix24.method.PortalCatalogue;
import dev.crm1c.simulators.bitrix24.oauth.Authorization;
import dev.crm1c.simulators.bitrix24.oauth.OAuthDesk;
import dev.crm1c.simulators.bitrix24.oauth.PortalCard;
import dev.crm1c.simulators.bitrix24.oauth.Secrets;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import dev.crm1c.simulators.bitrix24.rest.Doorkeeper;
import dev.crm1c.simulators.bitrix24.rest.IncomingWebhooks;
import dev.crm1c.simulators.bitrix24.rest.IncomingWebhooks.IncomingWebhook;
import dev.crm1c.simulators.bitrix24.rest.MethodCatalogue;
import dev.crm1c.simulators.bitrix24.rest.MethodRunner;
import dev.crm1c.simulators.bitrix24.rest.RestDesk;
import dev.crm1c.simulators.bitrix24.rest.Users;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A Bitrix24 cloud portal in this process, over real HTTP: its REST API behind an incoming webhook, and its outgoing
 * webhooks. Everything here may be used from several threads.
 */
public final class Bitrix24Simulator implements AutoCloseable {
    private static final long SALESPERSON = 7;
    private static final String SALESPERSON_SECRET = "salespersonsecret";

    private static final int NO_LIMIT = 1_000_000;

    private final PortalSettings settings;
    private final AtomicReference<PortalIdentity> identity;
    private final Portal portal;
    private final QueueServer events;
    private final OutgoingWebhooks outgoing;
    private final IncomingWebhooks incoming;
    private final Users users = new Users();
    private final Plan plan;
    private final TokenOffice office;
    private final ApplicationHost host;
    private final Applications applications;
    private final Authorization authorization;
    private final Robots robots;
    private final Browser browser;
    private final OperatingMeter operating;
    private final LeakyBucket bucket;
    private final FaultRules faults = new FaultRules();
    private final FaultRules oauthFaults = new FaultRules();
    private final RequestJournal journal = new RequestJournal();
    private final RequestJournal oauthJournal = new RequestJournal();
    private final PortalDoors doors;

    private Bitrix24Simulator(PortalSettings settings) {
        this.settings = settings;
        this.identity = new AtomicReference<>(settings.identity());
        PortalSettings.Limits limits = settings.limits();
        PortalSettings.Access access = settings.access();
        Clock clock = settings.clock();
        this.events = new QueueServer(settings.outgoing().handlerPatience(), clock);
        this.outgoing = new OutgoingWebhooks(identity::get, events);
        Secrets secrets =
                new Secrets(settings.identity().memberId(), () -> settings.ids().next("secret"));
        this.office = new TokenOffice(clock, secrets);
        this.host = new ApplicationHost(office, secrets, events, this::card, settings.ids(), clock);
        ChangeFeed toApplications = host.feed();
        this.portal =
                new Portal(new PortalTime(clock, settings.zone()), settings.ids(), settings.rowSaveEvents(), change -> {
                    outgoing.changed(change);
                    toApplications.changed(change);
                });
        this.operating = new OperatingMeter(limits.operating());
        this.bucket = new LeakyBucket(clock, limits.capacity(), limits.leakPerSecond());
        this.plan = new Plan(bucket);
        this.browser = host.browser(portal);
        this.robots = host.robots(portal);
        this.applications = host.applications(portal, browser, access.userId());
        this.authorization = host.authorization(access.userId());
        this.incoming = new IncomingWebhooks(
                List.of(
                        new IncomingWebhook(access.userId(), access.secret(), access.scopes()),
                        new IncomingWebhook(SALESPERSON, SALESPERSON_SECRET, access.scopes())),
                clock);
        this.doors = doors(clock);
    }

    public static Bitrix24Simulator start(PortalSettings settings) {
        Bitrix24Simulator simulator = new Bitrix24Simulator(settings);
        simulator.events.start();
        simulator.doors.start();
        return simulator;
    }

    private PortalDoors doors(Clock clock) {
        Responder responder = new Responder();
        PortalSettings.Listening listening = settings.listening();
        RestDesk desk = desk(host.methods(PortalCatalogue.of(portal), portal, robots, plan));
        RestDesk serverDesk = desk(host.serverMethods(plan));
        OAuthDesk oauthDesk = new OAuthDesk(host.clients(), office, this::card);
        return new PortalDoors(
                        new InetSocketAddress(listening.host(), listening.port()),
                        new InetSocketAddress(listening.host(), listening.oauthPort()),
                        responder)
                .with("/", new RestHandler(faults, bucket, desk, journal, responder, clock))
                .with("/oauth/authorize/", new AuthorizeHandler(authorization, responder))
                .withOAuth("/oauth/token/", new OAuthHandler(oauthFaults, oauthDesk, oauthJournal, responder, clock))
                .withOAuth(
                        "/rest/",
                        new RestHandler(
                                oauthFaults,
                                new LeakyBucket(clock, NO_LIMIT, NO_LIMIT),
                                serverDesk,
                                oauthJournal,
                                responder,
                                clock));
    }

    private RestDesk desk(MethodCatalogue methods) {
        Doorkeeper door = new Doorkeeper(
                incoming,
                host.tokens(),
                users,
                plan,
                settings.access().wrongSecretIsInvalidCredentials()
                        ? SystemErrors.INVALID_CREDENTIALS
                        : SystemErrors.NO_AUTH_FOUND);
        return new RestDesk(door, new MethodRunner(portal, methods, operating, faults), operating, portal.time());
    }

    private PortalCard card() {
        return new PortalCard(
                identity.get().domain(),
                identity.get().memberId(),
                address().resolve("rest/"),
                oauthAddress().resolve("rest/"));
    }

    /** The root of the portal, with a slash at the end. */
    public URI address() {
        return doors.address();
    }

    /** The root of the OAuth host: tokens, and app.info below its server_endpoint. */
    public URI oauthAddress() {
        return doors.oauthAddress();
    }

    /** The portal gets another domain and another address; the old one answers 302 (bitrix24.md §1.4 [doc]). */
    public void rename(String domain) {
        doors.move();
        identity.updateAndGet(old -> new PortalIdentity(domain, old.memberId()));
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
        outgoing.subscribe(subscription);
        return subscription;
    }

    /** A robot, a workflow or an agent: what it changes was done by nobody (bitrix24.md §2.2). */
    public Salesperson automation() {
        return salesperson(Actor.NOBODY_ID);
    }

    /** What may happen to events on their way. */
    public QueueServer events() {
        return events;
    }

    /** Outgoing webhooks with tokens of their own. */
    public OutgoingWebhooks outgoing() {
        return outgoing;
    }

    public IncomingWebhooks incoming() {
        return incoming;
    }

    public Users users() {
        return users;
    }

    public Plan plan() {
        return plan;
    }

    public Applications applications() {
        return applications;
    }

    public Robots robots() {
        return robots;
    }

    public ApplicationHost applicationHost() {
        return host;
    }

    public TokenOffice tokens() {
        return office;
    }

    /** Who goes through OAuth in the browser. */
    public Authorization authorization() {
        return authorization;
    }

    /** Opens the application's tab in a deal; empty when there is none to be seen (bitrix24.md §3.2). */
    public Optional<Browser.Page> openTab(long deal, long userId) {
        String uri = "/crm/deal/details/" + deal + "/?any=details%2F" + deal + "%2F&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER";
        return browser.open("CRM_DEAL_DETAIL_TAB", deal, uri, userId);
    }

    /** Faults of the OAuth host, by the type of the grant ("refresh_token") or by "app.info". */
    public FaultRules oauthFaults() {
        return oauthFaults;
    }

    public List<RequestRecord> oauthRequests() {
        return oauthJournal.all();
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
        return portal.alone(() -> portal.rows().of(deal).stream()
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
        oauthJournal.forget();
        events.forget();
    }

    @Override
    public void close() {
        doors.close();
        events.close();
        browser.close();
    }

    private JsonNode item(ItemType type, long id) {
        return portal.alone(() -> portal.items(type)
                .find(id)
                .map(item -> (JsonNode)
                        ItemView.modern(portal.items(type), portal.time(), true).render(item))
                .orElse(MissingNode.getInstance()));
    }
}
