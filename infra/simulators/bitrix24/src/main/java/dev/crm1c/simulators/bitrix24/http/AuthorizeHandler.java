package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.crm1c.simulators.bitrix24.oauth.Authorization;
import dev.crm1c.simulators.bitrix24.oauth.Authorization.Outcome;
import dev.crm1c.simulators.bitrix24.rest.Params;
import java.io.IOException;

/** {@code /oauth/authorize/} of the portal: sends the browser back to the application, or shows the user an error. */
public final class AuthorizeHandler implements HttpHandler {
    private final Authorization authorization;
    private final Responder responder;

    public AuthorizeHandler(Authorization authorization, Responder responder) {
        this.authorization = authorization;
        this.responder = responder;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        switch (authorization.ask(new Params(RequestReading.params(exchange)))) {
            case Outcome.Sent(var back) -> responder.redirect(exchange, back);
            // The application gets nothing: only the user sees what is wrong (bitrix24.md §1.2).
            case Outcome.Shown(String page) -> responder.html(exchange, 200, page);
        }
    }
}
