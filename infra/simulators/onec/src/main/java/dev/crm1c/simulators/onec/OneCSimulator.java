package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.access.Users;
import dev.crm1c.simulators.onec.base.BackgroundJobs;
import dev.crm1c.simulators.onec.base.ClosedPeriod;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.ObjectWriting;
import dev.crm1c.simulators.onec.base.RecordWriting;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.faults.FaultPlan;
import dev.crm1c.simulators.onec.http.ColdStart;
import dev.crm1c.simulators.onec.http.EntityCalls;
import dev.crm1c.simulators.onec.http.ExchangeCalls;
import dev.crm1c.simulators.onec.http.Listener;
import dev.crm1c.simulators.onec.http.Maintenance;
import dev.crm1c.simulators.onec.http.ODataHandler;
import dev.crm1c.simulators.onec.http.ODataService;
import dev.crm1c.simulators.onec.http.Pause;
import dev.crm1c.simulators.onec.http.Publication;
import dev.crm1c.simulators.onec.http.RecordedRequest;
import dev.crm1c.simulators.onec.http.RequestJournal;
import dev.crm1c.simulators.onec.http.RowCalls;
import dev.crm1c.simulators.onec.http.SessionGate;
import dev.crm1c.simulators.onec.http.Sessions;
import dev.crm1c.simulators.onec.http.WebServer;
import dev.crm1c.simulators.onec.posting.Postings;
import dev.crm1c.simulators.onec.query.Selection;
import dev.crm1c.simulators.onec.structure.StructureFile;
import dev.crm1c.simulators.onec.wire.Answers;
import dev.crm1c.simulators.onec.wire.JsonEntities;
import dev.crm1c.simulators.onec.wire.Representation;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A base of Бухгалтерия 3.0, УТ 11 or ERP 2 behind its standard OData interface, for tests and a demo. Thread-safe. */
public final class OneCSimulator implements AutoCloseable {
    private final OneCSettings settings;
    private final Infobase base;
    private final BackgroundJobs jobs;
    private final Accountant accountant;
    private final ExchangeNodes exchange;
    private final FaultPlan faults = new FaultPlan();
    private final RequestJournal journal = new RequestJournal();
    private final Users users = new Users();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Pause pause = new Pause(closing);
    private final Sessions sessions;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Listener listener;

    private OneCSimulator(OneCSettings settings) {
        this.settings = settings;
        OneCSettings.Configuration configuration = settings.configuration();
        base = new Infobase(AlteredStructure.of(
                new StructureFile().read(configuration.name(), configuration.release()), settings.alterations()));
        jobs = new BackgroundJobs(base, settings.clock(), configuration.recalculation());
        users.add(settings.login().user(), settings.login().password());
        sessions = new Sessions(
                settings.sessions().pool(),
                settings.sessions().patience(),
                settings.sessions().maxAge(),
                settings.clock());
        ClosedPeriod closedPeriod = new ClosedPeriod();
        Maintenance maintenance = new Maintenance();
        OneCSettings.Keys keys = settings.keys();
        ObjectWriting objects = new ObjectWriting(
                base,
                closedPeriod,
                Postings.of(base, jobs, configuration.pricing25()),
                keys.numberPrefix(),
                keys.codePrefix(),
                keys.policy() == RefKeyPolicy.HONOURED,
                keys.ids(),
                settings.clock());
        accountant = new Accountant(
                new Window(base, objects, settings.clock()), configuration.pricing25(), closedPeriod, maintenance);
        exchange = ExchangeNodes.open(base, objects, settings.alterations());
        AddedSets.beginConstants(base, settings.alterations());
        OneCSettings.Place place = settings.place();
        listener = new Listener(
                new InetSocketAddress(place.host(), place.port()),
                place.tls(),
                new ODataHandler(web(objects, maintenance), faults, journal, pause),
                workers);
        listener.open();
    }

    private WebServer web(ObjectWriting objects, Maintenance maintenance) {
        OneCSettings.Quirks quirks = settings.quirks();
        Answers answers = new Answers(base, quirks.bom(), quirks.language(), settings.clock());
        EntityCalls entities = new EntityCalls(
                base,
                objects,
                new RecordWriting(base),
                answers,
                quirks.ifMatchChecked(),
                quirks.countServed(),
                quirks.postedByPatch());
        ODataService service = new ODataService(
                base,
                jobs,
                answers,
                entities,
                new RowCalls(base, answers, quirks.countServed()),
                new ExchangeCalls(base, exchange.registrations(), answers),
                settings.configuration().published());
        return new WebServer(
                Publication.at(settings.place().scheme(), settings.place().publication(), quirks.longestQuery()),
                users,
                maintenance,
                gate(),
                service,
                answers);
    }

    private SessionGate gate() {
        OneCSettings.FirstCall firstCall = settings.sessions().firstCall();
        ColdStart coldStart = new ColdStart(firstCall.idle(), firstCall.delay(), settings.clock());
        return new SessionGate(settings.sessions().mode(), sessions, coldStart, pause);
    }

    public static OneCSimulator start(OneCSettings settings) {
        return new OneCSimulator(settings);
    }

    /** The publication: the OData root is {@code <address>/odata/standard.odata}. */
    public URI address() {
        OneCSettings.Place place = settings.place();
        return URI.create(place.scheme() + "://" + place.host() + ":" + listener.port() + place.publication());
    }

    public Accountant accountant() {
        return accountant;
    }

    /** Who may log in, and what is taken from their rights. */
    public Users users() {
        return users;
    }

    public FaultPlan faults() {
        return faults;
    }

    /** Nodes of exchange plans, and what waits for them. */
    public ExchangeNodes exchange() {
        return exchange;
    }

    /** Copies of everything a set holds, parts included, as JSON without metadata; rows and records are sets too. */
    public List<JsonNode> all(String set) {
        jobs.catchUp();
        JsonEntities json = new JsonEntities(base, Representation.JSON_NO_METADATA, "");
        List<? extends Row> rows = base.structure()
                .part(set)
                .<List<? extends Row>>map(part -> base.rows(part.owner(), part.part()))
                .orElseGet(() -> base.all(base.structure().known(set).set()));
        return rows.stream()
                .map(row -> (JsonNode) json.single(row, Selection.everything()))
                .toList();
    }

    public JsonNode one(String set, UUID key) {
        jobs.catchUp();
        JsonEntities json = new JsonEntities(base, Representation.JSON_NO_METADATA, "");
        return base.find(set, key)
                .map(entity -> json.single(entity, Selection.everything()))
                .orElseThrow(() -> new IllegalArgumentException("no " + key + " in " + set));
    }

    /** Sessions that live just now, busy or idle. */
    public int liveSessions() {
        return sessions.live();
    }

    /** Sessions ever started: a client that starts one for every call is seen here. */
    public int startedSessions() {
        return sessions.everStarted();
    }

    /** Ends all sessions, as an administrator or a restart of the server does: cookies die, the pool is empty. */
    public void dropSessions() {
        sessions.drop();
    }

    /** Every request since the last reset, in order of arrival. */
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    public int requestCount() {
        return journal.requests().size();
    }

    /** The greatest number of calls that were under way at the same time, waiting for a session included. */
    public int greatestParallelCalls() {
        return journal.greatestParallelCalls();
    }

    public void resetCounters() {
        journal.reset();
    }

    /** The base is switched off: connections are refused, its data and sessions stay. */
    public void switchOff() {
        listener.close();
    }

    /** On the same port. */
    public void switchOn() {
        listener.open();
    }

    @Override
    public void close() {
        closing.countDown();
        listener.close();
        workers.shutdownNow();
    }
}
