package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.limit.LeakyBucket;
import dev.crm1c.simulators.bitrix24.rest.RestDesk;
import dev.crm1c.simulators.bitrix24.rest.RestDesk.Reply;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** One HTTP request: a fault, a refusal for coming too often, or the work and its answer. */
final class RestHandler implements HttpHandler {
    /** About as much as a GET may carry (bitrix24.md §4.1). */
    private static final int LONGEST_GET = 2048;

    private static final int NO_ANSWER = 0;

    private final FaultRules faults;
    private final LeakyBucket bucket;
    private final RestDesk desk;
    private final RequestJournal journal;
    private final Responder responder;
    private final Clock clock;

    RestHandler(
            FaultRules faults,
            LeakyBucket bucket,
            RestDesk desk,
            RequestJournal journal,
            Responder responder,
            Clock clock) {
        this.faults = faults;
        this.bucket = bucket;
        this.desk = desk;
        this.journal = journal;
        this.responder = responder;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().toString().length() > LONGEST_GET) {
            responder.html(exchange, 414, "<html><body><h1>414 Request-URI Too Large</h1></body></html>");
            return;
        }
        Optional<RestRequest> request = RequestReading.read(exchange);
        if (request.isEmpty()) {
            responder.html(exchange, 404, "<html><body><h1>404 Not Found</h1></body></html>");
            return;
        }
        try {
            answer(exchange, request.get());
        } catch (RuntimeException mistake) {
            // A mistake of the simulator itself must not look like a connection that was lost on purpose.
            responder.json(exchange, Reply.of(RestError.of(500, "SIMULATOR_MISTAKE", request.get() + ": " + mistake)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            responder.lose(exchange);
        }
    }

    private void answer(HttpExchange exchange, RestRequest request) throws IOException, InterruptedException {
        Optional<Fault> fault = faults.ofRequest(request.methods());
        if (fault.isEmpty()) {
            Reply reply = serve(request);
            record(request, reply);
            responder.json(exchange, reply);
            return;
        }
        switch (fault.get()) {
            case Fault.Page page -> {
                record(request, page.status(), "");
                responder.html(exchange, page.status(), page.html());
            }
            case Fault.Refused refused -> {
                record(request, Reply.of(refused.error()));
                responder.json(exchange, Reply.of(refused.error()));
            }
            case Fault.Moved moved -> {
                record(request, 302, "");
                responder.moved(exchange, moved.portal());
            }
            case Fault.Lost() -> {
                record(request, NO_ANSWER, "");
                responder.lose(exchange);
            }
            case Fault.CommittedThenLost silent -> {
                serve(request);
                record(request, NO_ANSWER, "");
                responder.hold(silent.hold());
                responder.lose(exchange);
            }
            case Fault.Late late -> {
                Reply reply = serve(request);
                record(request, reply);
                responder.hold(late.delay());
                responder.json(exchange, reply);
            }
            case Fault.Truncated() -> {
                Reply reply = serve(request);
                record(request, reply);
                responder.truncated(exchange, reply);
            }
            case Fault.Endless() -> {
                record(request, serve(request));
                responder.endless(exchange);
            }
            case Fault.MethodFails fails ->
                throw new IllegalStateException("the fault of a method is not one of a request: " + fails);
        }
    }

    private Reply serve(RestRequest request) {
        return bucket.accepts(request.clientIp())
                ? desk.answer(request.userId(), request.secret(), request.method(), request.params())
                : Reply.of(SystemErrors.QUERY_LIMIT_EXCEEDED);
    }

    private void record(RestRequest request, Reply reply) {
        record(request, reply.status(), reply.body().path("error").asText(""));
    }

    private void record(RestRequest request, int status, String error) {
        journal.add(new RequestRecord(
                clock.instant(),
                request.clientIp(),
                request.method(),
                request.params().values(),
                request.commands(),
                status,
                error));
    }
}
