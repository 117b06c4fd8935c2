package dev.crm1c.simulators.bitrix24.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.crm1c.simulators.bitrix24.crm.Files;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.StoredFile;
import dev.crm1c.simulators.bitrix24.wire.PhpForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Serves urlMachine: to a caller who looks like a browser and has the token; to any other the web server in front of
 * the portal says 404 (bitrix24.md §4.1 [doc]).
 */
public final class FileHandler implements HttpHandler {

    private static final List<String> OF_A_BROWSER = List.of("User-Agent", "Accept", "Accept-Language", "Referer");

    private final Portal portal;

    public FileHandler(Portal portal) {
        this.portal = portal;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean browser = OF_A_BROWSER.stream()
                .allMatch(name -> exchange.getRequestHeaders().getFirst(name) != null);
        Optional<StoredFile> file = browser ? asked(exchange) : Optional.empty();
        file.map(found -> Page.file(found.name(), found.content()))
                .orElse(Page.notFound())
                .send(exchange);
    }

    private Optional<StoredFile> asked(HttpExchange exchange) {
        String id = exchange.getRequestURI().getPath().substring(Files.PATH.length());
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String token = PhpForm.parse(query).path("token").asText();
        return id.matches("\\d{1,18}")
                ? portal.alone(() -> portal.files().find(Long.parseLong(id)))
                        .filter(file -> MessageDigest.isEqual(
                                file.token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
