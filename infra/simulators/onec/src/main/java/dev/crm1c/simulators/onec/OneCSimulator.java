package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.crm1c.simulators.onec.base.BackgroundJobs;
import dev.crm1c.simulators.onec.base.ClosedPeriod;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.ObjectWriting;
import dev.crm1c.simulators.onec.base.RecordWriting;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.faults.FaultPlan;
import dev.crm1c.simulators.onec.http.BasicAuthentication;
import dev.crm1c.simulators.onec.http.EntityCalls;
import dev.crm1c.simulators.onec.http.Maintenance;
import dev.crm1c.simulators.onec.http.ODataHandler;
import dev.crm1c.simulators.onec.http.ODataService;
import dev.crm1c.simulators.onec.http.RecordedRequest;
import dev.crm1c.simulators.onec.http.RequestJournal;
import dev.crm1c.simulators.onec.http.RowCalls;
import dev.crm1c.simulators.onec.http.SessionPool;
import dev.crm1c.simulators.onec.http.WebServer;
import dev.crm1c.simulators.onec.posting.Postings;
import dev.crm1c.simulators.onec.query.Selection;
import dev.crm1c.simulators.onec.structure.StructureFile;
import dev.crm1c.simulators.onec.wire.Answers;
import dev.crm1c.simulators.onec.wire.JsonEntities;
import dev.crm1c.simulators.onec.wire.Representation;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final FaultPlan faults = new FaultPlan();
    private final RequestJournal journal = new RequestJournal();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private OneCSimulator(OneCSettings settings) {
        this.settings = settings;
        OneCSettings.Configuration configuration = settings.configuration();
        base = new Infobase(new StructureFile().read(configuration.name(), configuration.release()));
        jobs = new BackgroundJobs(base, settings.clock(), configuration.recalculation());
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
        server = listening(settings.place());
        server.setExecutor(workers);
        server.createContext("/", new ODataHandler(web(objects, maintenance), faults, journal, closing));
        server.start();
    }

    private WebServer web(ObjectWriting objects, Maintenance maintenance) {
        OneCSettings.Quirks quirks = settings.quirks();
        Answers answers = new Answers(base, quirks.bom(), settings.clock());
        EntityCalls entities =
                new EntityCalls(base, objects, new RecordWriting(base), answers, quirks.ifMatchChecked());
        ODataService service = new ODataService(
                base,
                jobs,
                answers,
                entities,
                new RowCalls(base, answers),
                settings.configuration().published());
        return new WebServer(
                settings.place().publication(),
                new BasicAuthentication(
                        settings.login().user(), settings.login().password()),
                maintenance,
                new SessionPool(settings.sessions().pool(), settings.sessions().patience()),
                quirks.longestQuery(),
                service,
                answers);
    }

    /** Without TCP_NODELAY an answer over 8 KB waits 40 ms for an acknowledgement between its two writes. */
    private static HttpServer listening(OneCSettings.Place place) {
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
        try {
            return HttpServer.create(new InetSocketAddress(place.host(), place.port()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + place, e);
        }
    }

    public static OneCSimulator start(OneCSettings settings) {
        return new OneCSimulator(settings);
    }

    /** The publication: the OData root is {@code <address>/odata/standard.odata}. */
    public URI address() {
        OneCSettings.Place place = settings.place();
        return URI.create("http://" + place.host() + ":" + server.getAddress().getPort() + place.publication());
    }

    public Accountant accountant() {
        return accountant;
    }

    public FaultPlan faults() {
        return faults;
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

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
