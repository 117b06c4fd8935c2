package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Whoever opens the bare address is a person and is led to the page; everything else is for the API. */
public record FrontDoor(HttpHandler api) implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/")) {
            exchange.getResponseHeaders().set("Location", "/board/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        } else {
            api.handle(exchange);
        }
    }
}
