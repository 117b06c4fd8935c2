package dev.crm1c.simulators.bitrix24.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpForm;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The page for people at /board/: beside the REST API, so it costs nothing of that API's limits. */
public final class BoardHandler implements HttpHandler {

    public static final String PATH = "/board/";

    private static final Map<String, String> RESOURCES = Map.of(
            "", "board.html",
            "board.css", "board.css",
            "board.js", "board.js",
            "bbcode.js", "bbcode.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    private final Board board;
    private final Attachments attachments;

    public BoardHandler(Board board, Attachments attachments) {
        this.board = board;
        this.attachments = attachments;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        if (exchange.getRequestMethod().equals("POST")) {
            change(exchange, path);
        } else if (RESOURCES.containsKey(path)) {
            String name = RESOURCES.get(path);
            Page.of(200, TYPES.get(name.substring(name.indexOf('.') + 1)), resource(name))
                    .send(exchange);
        } else if (path.equals("data")) {
            Page.json(200, board.show(pipeline(exchange))).send(exchange);
        } else {
            attachments.page(path).orElse(Page.notFound()).send(exchange);
        }
    }

    /** Only JSON is taken: a form of another site cannot send it. */
    private void change(HttpExchange exchange, String path) throws IOException {
        Optional<JsonNode> asked =
                isJson(exchange) ? Json.parse(exchange.getRequestBody().readAllBytes()) : Optional.empty();
        if (asked.isEmpty()) {
            Page.json(400, Json.object().put("error", "Ожидается JSON")).send(exchange);
            return;
        }
        JsonNode body = asked.get();
        Optional<String> refusal = switch (path) {
            case "move" ->
                board.move(
                        PhpNumber.whole(body.path("deal")), body.path("stage").asText());
            case "row" ->
                board.editRow(
                        PhpNumber.whole(body.path("row")),
                        body.path("price").asText().replace(',', '.'),
                        body.path("quantity").asText().replace(',', '.'));
            default -> Optional.of("Здесь ничего нет");
        };
        Page answer = refusal.map(reason -> Page.json(400, Json.object().put("error", reason)))
                .orElseGet(() -> Page.json(200, Json.object()));
        answer.send(exchange);
    }

    private static boolean isJson(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("")
                .startsWith("application/json");
    }

    private static long pipeline(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? 0 : PhpNumber.whole(PhpForm.parse(query).path("pipeline"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = BoardHandler.class.getResourceAsStream("/dev/crm1c/simulators/bitrix24/board/" + name)) {
            return in.readAllBytes();
        }
    }
}
