package dev.crm1c.simulators.bitrix24.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.oauth.OAuthDesk;
import dev.crm1c.simulators.bitrix24.rest.Params;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** One request for tokens. Its faults and its journal go by the type of the grant; the journal holds no secrets. */
public final class OAuthHandler implements HttpHandler {
    private static final List<String> SECRETS = List.of("client_secret", "code", "refresh_token");

    private final FaultRules faults;
    private final OAuthDesk desk;
    private final RequestJournal journal;
    private final Responder responder;
    private final Clock clock;

    public OAuthHandler(FaultRules faults, OAuthDesk desk, RequestJournal journal, Responder responder, Clock clock) {
        this.faults = faults;
        this.desk = desk;
        this.journal = journal;
        this.responder = responder;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        ObjectNode params = RequestReading.params(exchange);
        String ip = exchange.getRemoteAddress().getAddress().getHostAddress();
        String grant = params.path("grant_type").asText("");
        ObjectNode shown = params.deepCopy().without(SECRETS);
        try {
            new FaultyAnswer(
                            exchange,
                            responder,
                            () -> desk.token(new Params(params)),
                            (status, error) -> journal.add(
                                    new RequestRecord(clock.instant(), ip, grant, shown, List.of(), status, error)))
                    .give(faults.ofRequest(List.of(grant)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            responder.lose(exchange);
        }
    }
}
