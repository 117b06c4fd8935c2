package dev.crm1c.simulators.onec.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request as the web server has it. */
record Request(
        String method,
        Target target,
        String host,
        String authorization,
        String accept,
        Optional<String> ifMatch,
        String sessionOrder,
        Optional<String> sessionCookie,
        RequestBody body) {
    private static final Pattern SESSION = Pattern.compile("(?:^|;)\\s*ibsession=([^;]*)");

    static Request read(HttpExchange exchange, Target target) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                target,
                header(exchange, "Host").orElse("localhost"),
                header(exchange, "Authorization").orElse(""),
                header(exchange, "Accept").orElse(""),
                header(exchange, "If-Match"),
                header(exchange, "IBSession").orElse("").strip(),
                header(exchange, "Cookie").flatMap(Request::session),
                RequestBody.of(exchange.getRequestBody().readAllBytes()));
    }

    private static Optional<String> session(String cookies) {
        return SESSION.matcher(cookies)
                .results()
                .map(found -> found.group(1).strip())
                .findFirst();
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
