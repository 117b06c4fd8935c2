package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.limit.LeakyBucket;
import dev.crm1c.simulators.bitrix24.rest.RestDesk;
import dev.crm1c.simulators.bitrix24.rest.RestDesk.Reply;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** One request to the REST API: a fault, a refusal for coming too often, or the work and its answer. */
public final class RestHandler implements HttpHandler {
    /** About as much as a GET may carry (bitrix24.md §4.1). */
    private static final int LONGEST_GET = 2048;

    private final FaultRules faults;
    private final LeakyBucket bucket;
    private final RestDesk desk;
    private final RequestJournal journal;
    private final Responder responder;
    private final Clock clock;

    public RestHandler(
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
        new FaultyAnswer(
                        exchange,
                        responder,
                        () -> serve(request),
                        (status, error) -> journal.add(request.record(clock.instant(), status, error)))
                .give(faults.ofRequest(request.methods()));
    }

    private Reply serve(RestRequest request) {
        return bucket.accepts(request.clientIp())
                ? desk.answer(request.credential(), request.method(), request.params())
                : Reply.of(SystemErrors.QUERY_LIMIT_EXCEEDED);
    }
}
