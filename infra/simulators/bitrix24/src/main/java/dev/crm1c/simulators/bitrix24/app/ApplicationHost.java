package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.event.QueueServer;
import dev.crm1c.simulators.bitrix24.limit.Plan;
import dev.crm1c.simulators.bitrix24.oauth.Authorization;
import dev.crm1c.simulators.bitrix24.oauth.Clients;
import dev.crm1c.simulators.bitrix24.oauth.PortalCard;
import dev.crm1c.simulators.bitrix24.oauth.Secrets;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import dev.crm1c.simulators.bitrix24.rest.MethodCatalogue;
import dev.crm1c.simulators.bitrix24.rest.TokenBook;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Puts together all that the portal is to applications: it is made before the portal's contents and told of them. */
public final class ApplicationHost {
    private static final int MOST_HANDLERS_OF_A_PLACE = 100;

    private final ApplicationBook book;
    private final TokenOffice office;
    private final OfflineQueues offline;
    private final AuthFields auth;
    private final AppLetters letters;
    private final QueueServer queue;
    private final Supplier<PortalCard> card;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final AtomicInteger mostHandlers = new AtomicInteger(MOST_HANDLERS_OF_A_PLACE);

    public ApplicationHost(
            TokenOffice office, Secrets secrets, QueueServer queue, Supplier<PortalCard> card, Ids ids, Clock clock) {
        this.office = office;
        this.secrets = secrets;
        this.queue = queue;
        this.card = card;
        this.ids = ids;
        this.clock = clock;
        this.book = new ApplicationBook(office, clock);
        this.offline = new OfflineQueues(clock, ids);
        this.auth = new AuthFields(office, card);
        this.letters = new AppLetters(auth);
    }

    public ChangeFeed feed() {
        return new ApplicationEvents(book, offline, letters, queue, clock);
    }

    public TokenBook tokens() {
        return book;
    }

    public Clients clients() {
        return book;
    }

    public Authorization authorization(long loggedIn) {
        return new Authorization(book, book::returnAddress, office, card, loggedIn);
    }

    public OfflineQueues offline() {
        return offline;
    }

    /** How many handlers of one application one place takes. */
    public void allowHandlersOfAPlace(int most) {
        mostHandlers.set(most);
    }

    public Browser browser(Portal portal) {
        return new Browser(portal, book, office, secrets, card);
    }

    public Robots robots(Portal portal) {
        return new Robots(portal, book, auth, queue, secrets);
    }

    public Applications applications(Portal portal, Browser browser, long admin) {
        return new Applications(portal, book, letters, queue, office, offline, browser, admin);
    }

    public MethodCatalogue methods(MethodCatalogue catalogue, Portal portal, Robots robots, Plan plan) {
        return ApplicationCatalogue.add(
                catalogue,
                new HostMethods(book, plan),
                new EventMethods(book, letters, queue, plan, ids),
                new OfflineMethods(offline, secrets, plan, portal.time()),
                new RobotMethods(book, robots),
                new PlacementMethods(book, mostHandlers));
    }

    public MethodCatalogue serverMethods(Plan plan) {
        return ApplicationCatalogue.server(new MethodCatalogue(), new HostMethods(book, plan));
    }
}
