package dev.crm1c.simulators.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crm1c.simulators.bitrix24.app.ApplicationHost;
import dev.crm1c.simulators.bitrix24.app.Applications;
import dev.crm1c.simulators.bitrix24.app.Browser;
import dev.crm1c.simulators.bitrix24.app.Robots;
import dev.crm1c.simulators.bitrix24.crm.Activities.Todo;
import dev.crm1c.simulators.bitrix24.crm.Actor;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.MandatoryFields;
import dev.crm1c.simulators.bitrix24.crm.Notices.Notice;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.SavedRow;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.bitrix24.event.Delivery;
import dev.crm1c.simulators.bitrix24.event.OutgoingWebhooks;
import dev.crm1c.simulators.bitrix24.event.PortalIdentity;
import dev.crm1c.simulators.bitrix24.event.QueueServer;
import dev.crm1c.simulators.bitrix24.event.Subscription;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.goods.Goods;
import dev.crm1c.simulators.bitrix24.http.RequestRecord;
import dev.crm1c.simulators.bitrix24.limit.LeakyBucket;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter;
import dev.crm1c.simulators.bitrix24.limit.Plan;
import dev.crm1c.simulators.bitrix24.method.ItemView;
import dev.crm1c.simulators.bitrix24.oauth.Authorization;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import dev.crm1c.simulators.bitrix24.rest.IncomingWebhooks;
import dev.crm1c.simulators.bitrix24.rest.Users;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Bitrix24 cloud portal in this process, over real HTTP: its REST API behind an incoming webhook, and its outgoing
 * webhooks. Everything here may be used from several threads.
 */
public final class Bitrix24Simulator implements AutoCloseable {

    private final Assembly parts;

    private Bitrix24Simulator(PortalSettings settings) {
        this.parts = new Assembly(settings);
    }

    public static Bitrix24Simulator start(PortalSettings settings) {
        Bitrix24Simulator simulator = new Bitrix24Simulator(settings);
        simulator.parts.events.start();
        simulator.parts.doors.start();
        return simulator;
    }

    /** The root of the portal, with a slash at the end. */
    public URI address() {
        return parts.doors.address();
    }

    /** The root of the OAuth host: tokens, and app.info below its server_endpoint. */
    public URI oauthAddress() {
        return parts.doors.oauthAddress();
    }

    /** The portal gets another domain and another address; the old one answers 302 (bitrix24.md §1.4 [doc]). */
    public void rename(String domain) {
        parts.doors.move();
        parts.identity.updateAndGet(old -> new PortalIdentity(domain, old.memberId()));
    }

    /** {@code 1/secret}: what stands between /rest/ and the method. */
    public String webhookCredential() {
        return parts.settings.access().userId() + "/" + parts.settings.access().secret();
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
        return address().resolve("rest/" + Assembly.SALESPERSON + "/" + Assembly.SALESPERSON_SECRET + "/");
    }

    public Salesperson salesperson() {
        return salesperson(Assembly.SALESPERSON);
    }

    public Salesperson salesperson(long userId) {
        return new Salesperson(parts.portal, userId);
    }

    public Administrator administrator() {
        return new Administrator(parts.portal, Assembly.SALESPERSON);
    }

    /** An outgoing webhook for deals, their parties and legal data, with the token of the settings. */
    public Subscription subscribe(URI handler) {
        return subscribe(handler, CrmEvent.ofDealsAndParties());
    }

    public Subscription subscribe(URI handler, Set<CrmEvent> to) {
        Subscription subscription = new Subscription(
                parts.settings.ids().next("eventHandler"),
                handler,
                parts.settings.outgoing().applicationToken(),
                to);
        parts.outgoing.subscribe(subscription);
        return subscription;
    }

    /** A robot, a workflow or an agent: what it changes was done by nobody (bitrix24.md §2.2). */
    public Salesperson automation() {
        return salesperson(Actor.NOBODY_ID);
    }

    /** What may happen to events on their way. */
    public QueueServer events() {
        return parts.events;
    }

    /** Outgoing webhooks with tokens of their own. */
    public OutgoingWebhooks outgoing() {
        return parts.outgoing;
    }

    public IncomingWebhooks incoming() {
        return parts.incoming;
    }

    public Users users() {
        return parts.users;
    }

    public Plan plan() {
        return parts.plan;
    }

    public Applications applications() {
        return parts.applications;
    }

    public Robots robots() {
        return parts.robots;
    }

    public ApplicationHost applicationHost() {
        return parts.host;
    }

    public TokenOffice tokens() {
        return parts.office;
    }

    /** Who goes through OAuth in the browser. */
    public Authorization authorization() {
        return parts.authorization;
    }

    /** Opens the application's tab in a deal; empty when there is none to be seen (bitrix24.md §3.2). */
    public Optional<Browser.Page> openTab(long deal, long userId) {
        String uri = "/crm/deal/details/" + deal + "/?any=details%2F" + deal + "%2F&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER";
        return parts.browser.open("CRM_DEAL_DETAIL_TAB", deal, uri, userId);
    }

    /** Faults of the OAuth host, by the type of the grant ("refresh_token") or by "app.info". */
    public FaultRules oauthFaults() {
        return parts.oauthFaults;
    }

    public List<RequestRecord> oauthRequests() {
        return parts.oauthJournal.all();
    }

    public FaultRules faults() {
        return parts.faults;
    }

    public OperatingMeter operating() {
        return parts.operating;
    }

    public LeakyBucket bucket() {
        return parts.bucket;
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
        return parts.portal.alone(() -> parts.portal
                .legal()
                .requisites()
                .find(id)
                .map(JsonNode.class::cast)
                .orElse(MissingNode.getInstance()));
    }

    /** The product rows of a deal, as crm.item.productrow.list shows them. */
    public List<JsonNode> rows(long deal) {
        return parts.portal.alone(() -> parts.portal.rows().of(Owner.deal(deal)).stream()
                .map(SavedRow::json)
                .map(JsonNode.class::cast)
                .toList());
    }

    /** The trade catalogue: stock that REST only reads, and the oddities of a portal's set-up. */
    public Goods goods() {
        return parts.portal.goods();
    }

    public MandatoryFields mandatory() {
        return parts.portal.mandatory();
    }

    /** What im.notify.system.add has told somebody and nothing has replaced since. */
    public List<Notice> notices(long user) {
        return parts.portal.alone(() -> parts.portal.notices().of(user));
    }

    /** The deal's things to do, those that are done as well. */
    public List<Todo> todos(long deal) {
        return parts.portal.alone(() -> parts.portal.activities().of(Owner.deal(deal)));
    }

    public List<TimelineComment> timeline(long deal) {
        return parts.portal.alone(() -> parts.portal.timeline().of(ItemType.DEAL, deal));
    }

    public List<RequestRecord> requests() {
        return parts.journal.all();
    }

    public int requestCount() {
        return parts.journal.size();
    }

    /** How many requests came too often (QUERY_LIMIT_EXCEEDED). */
    public int refusedCount() {
        return parts.journal.overLimit();
    }

    public List<Delivery> deliveries() {
        return parts.events.deliveries();
    }

    /** Forgets requests and deliveries; what the portal keeps stays. */
    public void resetCounters() {
        parts.journal.forget();
        parts.oauthJournal.forget();
        parts.events.forget();
    }

    @Override
    public void close() {
        parts.doors.close();
        parts.events.close();
        parts.browser.close();
    }

    private JsonNode item(ItemType type, long id) {
        return parts.portal.alone(() -> parts.portal
                .items(type)
                .find(id)
                .map(item -> (JsonNode) ItemView.modern(parts.portal.items(type), parts.portal.time(), true)
                        .render(item))
                .orElse(MissingNode.getInstance()));
    }
}
