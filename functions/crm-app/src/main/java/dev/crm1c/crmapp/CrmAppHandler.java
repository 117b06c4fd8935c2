package dev.crm1c.crmapp;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.crm1c.model.port.CrmApplication.Face;
import dev.crm1c.model.portal.OurAddress;
import jakarta.inject.Named;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /crm/{system}/{tenant}/install}, {@code …/deal-tab} and {@code …/deal-tab/send} behind an HTTP API (payload 2.0): form bodies arrive
 * there in base64.
 */
@Named("crm-app")
public class CrmAppHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Pattern PATH =
            Pattern.compile("/crm/([a-z0-9-]{1,64})/([a-z0-9-]{1,64})/(install|deal-tab|deal-tab/send)$");
    /** No call of a portal comes near it. */
    private static final int LARGEST_BODY = 64 * 1024;

    private final InstallApplication installApplication;
    private final ShowDealTab showDealTab;
    private final AskForDeal askForDeal;

    public CrmAppHandler(InstallApplication installApplication, ShowDealTab showDealTab, AskForDeal askForDeal) {
        this.installApplication = installApplication;
        this.showDealTab = showDealTab;
        this.askForDeal = askForDeal;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Matcher path = PATH.matcher(Optional.ofNullable(event.getRawPath()).orElse(""));
        return answer(path.find() ? ending(path, event) : new Ending.NobodyHere());
    }

    private Ending ending(Matcher path, APIGatewayV2HTTPEvent event) {
        Optional<byte[]> body = body(event);
        if (body.isEmpty()) {
            return new Ending.Malformed("тело обещано в base64, но это не base64");
        }
        if (body.get().length > LARGEST_BODY) {
            return new Ending.TooLarge(LARGEST_BODY);
        }
        return address(path, event)
                .map(address -> ending(
                        path.group(3),
                        new Call(path.group(1), path.group(2), address, header(event, "content-type"), body.get())))
                .orElseGet(() -> new Ending.Malformed("в запросе нет имени сервера"));
    }

    private Ending ending(String where, Call call) {
        return switch (where) {
            case "install" -> installApplication.install(call);
            case "deal-tab" -> showDealTab.show(call);
            default -> askForDeal.ask(call);
        };
    }

    private static Optional<byte[]> body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        if (!event.getIsBase64Encoded()) {
            return Optional.of(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The gateway has checked the host: it answers to its own names only. */
    private static Optional<OurAddress.Known> address(Matcher path, APIGatewayV2HTTPEvent event) {
        String scheme = header(event, "x-forwarded-proto").equals("http") ? "http" : "https";
        String host = header(event, "host");
        return host.matches("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")
                ? Optional.of(new OurAddress.Known(
                        URI.create(scheme + "://" + host + "/crm/" + path.group(1) + "/" + path.group(2))))
                : Optional.empty();
    }

    private static String header(APIGatewayV2HTTPEvent event, String name) {
        return Optional.ofNullable(event.getHeaders()).orElse(Map.of()).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static APIGatewayV2HTTPResponse answer(Ending ending) {
        return switch (ending) {
            case Ending.Done() -> line(200, "");
            case Ending.Shown(Face.Page page) -> page(page);
            case Ending.NobodyHere() -> line(404, "Такого адреса нет.");
            case Ending.TooLarge(int limit) -> line(413, "Тело больше " + limit + " байт.");
            case Ending.Malformed(String why) -> line(400, "Запрос не понят: " + why + ".");
            case Ending.Forged() -> line(401, "Запрос не подтвердился.");
            case Ending.NoRights() -> line(403, "Нет доступа к сделке.");
            case Ending.TooOld() -> line(403, "Страница устарела: закройте вкладку и откройте её снова.");
            case Ending.Unavailable() -> line(503, "Сейчас проверить нельзя, повторите через минуту.");
        };
    }

    private static APIGatewayV2HTTPResponse line(int status, String line) {
        return response(status, line, Map.of("content-type", "text/plain; charset=utf-8", "cache-control", "no-store"));
    }

    /** No X-Frame-Options: the page lives in a frame, and its policy says in whose. */
    private static APIGatewayV2HTTPResponse page(Face.Page page) {
        return response(
                200,
                page.html(),
                Map.of(
                        "content-type", "text/html; charset=utf-8",
                        "content-security-policy", page.policy(),
                        "cache-control", "no-store",
                        "referrer-policy", "no-referrer",
                        "x-content-type-options", "nosniff"));
    }

    private static APIGatewayV2HTTPResponse response(int status, String body, Map<String, String> headers) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }
}
