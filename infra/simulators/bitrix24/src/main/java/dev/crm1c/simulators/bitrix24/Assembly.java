package dev.crm1c.simulators.bitrix24;

import dev.crm1c.simulators.bitrix24.app.ApplicationHost;
import dev.crm1c.simulators.bitrix24.app.Applications;
import dev.crm1c.simulators.bitrix24.app.Browser;
import dev.crm1c.simulators.bitrix24.app.Robots;
import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.crm.Files;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.event.OutgoingWebhooks;
import dev.crm1c.simulators.bitrix24.event.PortalIdentity;
import dev.crm1c.simulators.bitrix24.event.QueueServer;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.http.AuthorizeHandler;
import dev.crm1c.simulators.bitrix24.http.FrontDoor;
import dev.crm1c.simulators.bitrix24.http.OAuthHandler;
import dev.crm1c.simulators.bitrix24.http.PortalDoors;
import dev.crm1c.simulators.bitrix24.http.RequestJournal;
import dev.crm1c.simulators.bitrix24.http.Responder;
import dev.crm1c.simulators.bitrix24.http.RestHandler;
import dev.crm1c.simulators.bitrix24.limit.LeakyBucket;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter;
import dev.crm1c.simulators.bitrix24.limit.Plan;
import dev.crm1c.simulators.bitrix24.method.PortalCatalogue;
import dev.crm1c.simulators.bitrix24.oauth.Authorization;
import dev.crm1c.simulators.bitrix24.oauth.OAuthDesk;
import dev.crm1c.simulators.bitrix24.oauth.PortalCard;
import dev.crm1c.simulators.bitrix24.oauth.Secrets;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import dev.crm1c.simulators.bitrix24.page.Attachments;
import dev.crm1c.simulators.bitrix24.page.Board;
import dev.crm1c.simulators.bitrix24.page.BoardHandler;
import dev.crm1c.simulators.bitrix24.page.FileHandler;
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
import java.util.concurrent.atomic.AtomicReference;

/** Builds the parts of a portal and holds them together. */
final class Assembly {
    static final long SALESPERSON = 7;
    static final String SALESPERSON_SECRET = "salespersonsecret";
    private static final int NO_LIMIT = 1_000_000;

    final PortalSettings settings;
    final AtomicReference<PortalIdentity> identity;
    final Portal portal;
    final QueueServer events;
    final OutgoingWebhooks outgoing;
    final IncomingWebhooks incoming;
    final Users users = new Users();
    final Plan plan;
    final TokenOffice office;
    final ApplicationHost host;
    final Applications applications;
    final Authorization authorization;
    final Robots robots;
    final Browser browser;
    final OperatingMeter operating;
    final LeakyBucket bucket;
    final FaultRules faults = new FaultRules();
    final FaultRules oauthFaults = new FaultRules();
    final RequestJournal journal = new RequestJournal();
    final RequestJournal oauthJournal = new RequestJournal();
    final PortalDoors doors;

    Assembly(PortalSettings settings) {
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
        this.portal = new Portal(
                new PortalTime(clock, settings.zone()),
                settings.ids(),
                settings.rowSaveEvents(),
                settings.dealFields(),
                change -> {
                    outgoing.changed(change);
                    toApplications.changed(change);
                },
                this::address);
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

    private URI address() {
        return doors.address();
    }

    private PortalDoors doors(Clock clock) {
        Responder responder = new Responder();
        Board board = new Board(portal, new Salesperson(portal, SALESPERSON));
        PortalSettings.Listening listening = settings.listening();
        RestDesk desk = desk(host.methods(PortalCatalogue.of(portal, users), portal, robots, plan));
        RestDesk serverDesk = desk(host.serverMethods(plan));
        OAuthDesk oauthDesk = new OAuthDesk(host.clients(), office, this::card);
        return new PortalDoors(
                        new InetSocketAddress(listening.host(), listening.port()),
                        new InetSocketAddress(listening.host(), listening.oauthPort()),
                        responder)
                .with("/", new FrontDoor(new RestHandler(faults, bucket, desk, journal, responder, clock)))
                .with(BoardHandler.PATH, new BoardHandler(board, new Attachments(portal)))
                .with(Files.PATH, new FileHandler(portal))
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
                doors.address().resolve("rest/"),
                doors.oauthAddress().resolve("rest/"));
    }
}
