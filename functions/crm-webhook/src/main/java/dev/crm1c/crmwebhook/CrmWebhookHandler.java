package dev.crm1c.crmwebhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.crm1c.crmwebhook.ReceiveCrmCall.Receipt;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /crm/{system}/{tenant}} behind an HTTP API (payload 2.0): form bodies arrive there in base64. */
@Named("crm-webhook")
public class CrmWebhookHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Pattern PATH = Pattern.compile("/crm/([^/]{1,64})/([^/]{1,64})/?$");

    private final ReceiveCrmCall receiveCrmCall;

    public CrmWebhookHandler(ReceiveCrmCall receiveCrmCall) {
        this.receiveCrmCall = receiveCrmCall;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Matcher path = PATH.matcher(Optional.ofNullable(event.getRawPath()).orElse(""));
        Optional<byte[]> body = body(event);
        if (!path.find()) {
            return answer(new Receipt.NobodyHere());
        }
        return answer(
                body.isEmpty()
                        ? new Receipt.Malformed("тело обещано в base64, но это не base64")
                        : receiveCrmCall.receive(path.group(1), path.group(2), contentType(event), body.get()));
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

    private static String contentType(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getHeaders()).orElse(Map.of()).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static APIGatewayV2HTTPResponse answer(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Taken(), Receipt.OfNoInterest() -> answer(200, "");
            case Receipt.NobodyHere() -> answer(404, "Такого адреса нет.");
            case Receipt.TooLarge(int limit) -> answer(413, "Тело больше " + limit + " байт.");
            case Receipt.Malformed(String why) -> answer(400, "Запрос не понят: " + why + ".");
            case Receipt.Forged() -> answer(401, "Токен приложения не подошёл.");
            case Receipt.Unavailable() -> answer(503, "Сейчас принять нельзя, повторите позже.");
        };
    }

    private static APIGatewayV2HTTPResponse answer(int status, String line) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("content-type", "text/plain; charset=utf-8"))
                .withBody(line)
                .build();
    }
}
