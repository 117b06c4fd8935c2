package dev.crm1c.simulators.bitrix24.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.crm1c.simulators.bitrix24.rest.Credential;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.Multipart;
import dev.crm1c.simulators.bitrix24.wire.PhpForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code /rest/{uid}/{secret}/{method}[.json][/]} and {@code /rest/{method}} with a token, with parameters from
 * the query and from a JSON, form or multipart body (bitrix24.md §1.1, §4.1, §7.1).
 */
final class RequestReading {
    private static final Pattern WEBHOOK = Pattern.compile("/rest/([^/]+)/([^/]+)/([^/]+?)(?:\\.json)?/?");
    private static final Pattern APPLICATION = Pattern.compile("/rest/([^/]+?)(?:\\.json)?/?");
    private static final String TOKEN = "auth";

    private RequestReading() {}

    /** Empty when the address is none of the REST API. */
    static Optional<RestRequest> read(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String ip = exchange.getRemoteAddress().getAddress().getHostAddress();
        ObjectNode given = params(exchange);
        // Taken out, so that neither a method nor the journal ever sees a token.
        Optional<JsonNode> token = Optional.ofNullable(given.remove(TOKEN));
        Params params = new Params(given);
        Matcher webhook = WEBHOOK.matcher(path);
        if (webhook.matches()) {
            Credential credential = new Credential.Webhook(webhook.group(1), webhook.group(2));
            return Optional.of(new RestRequest(ip, credential, webhook.group(3), params));
        }
        Matcher bare = APPLICATION.matcher(path);
        return bare.matches()
                ? Optional.of(new RestRequest(ip, credential(token), bare.group(1), params))
                : Optional.empty();
    }

    private static Credential credential(Optional<JsonNode> token) {
        return token.filter(JsonNode::isTextual)
                .<Credential>map(text -> new Credential.Token(text.textValue()))
                .orElseGet(Credential.None::new);
    }

    /** What stands in the body wins over the query. A body that is not the JSON it claims to be is as good as none. */
    static ObjectNode params(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        ObjectNode params = query == null ? Json.object() : PhpForm.parse(query);
        byte[] body = exchange.getRequestBody().readAllBytes();
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        String type = given.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            Json.parse(body)
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .ifPresent(params::setAll);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            params.setAll(PhpForm.parse(new String(body, StandardCharsets.UTF_8)));
        } else if (type.startsWith("multipart/form-data")) {
            params.setAll(Multipart.parse(given, body));
        }
        return params;
    }
}
