package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** An access token that somebody brought along proves itself by being taken; here a refusal is an answer like any other. */
@ApplicationScoped
class BroughtToken {
    private final PortalExchange exchange;
    private final Bitrix24Client client;

    BroughtToken(PortalExchange exchange, Bitrix24Client client) {
        this.exchange = exchange;
        this.client = client;
    }

    sealed interface Word {
        record Result(JsonNode value) implements Word {}

        /** The token is not one of theirs, or no longer. */
        record NotTaken() implements Word {}

        /** Its owner may not have what was asked for. */
        record Refused() implements Word {}

        /** No answer, or one that says nothing about the token. */
        record None() implements Word {}
    }

    /** Asks one of the vendor's servers, which is no portal and has no budget. */
    Word ofTheVendor(URI server, String token, String method) {
        var request = PortalRequest.of(method, JsonNodeFactory.instance.objectNode());
        return switch (exchange.post(server, new Caller.VisitorAtTheVendors(token), request)) {
            case Heard.Result(JsonNode value, var _) -> new Word.Result(value);
            case Heard.Failure(int status, var code, var _) -> word(Refusals.of(status, code));
            case Heard.Strange _, Heard.Redirect _, Heard.Silence _, Heard.NobodyThere _ -> new Word.None();
        };
    }

    /** Asks the tenant's own portal, wherever the call says that it came from. */
    Word ofThePortal(Tenant tenant, String token, String method, ObjectNode parameters) {
        return switch (client.answer(tenant, new Caller.Visitor(token), method, parameters)) {
            case Answer.Result(JsonNode value) -> new Word.Result(value);
            case Answer.Refused(Refusal refusal, var _) -> word(refusal);
            case Answer.MayBeDone _, Answer.NotAsked _ -> new Word.None();
        };
    }

    private static Word word(Refusal refusal) {
        return switch (refusal) {
            case TOKEN_EXPIRED, NO_SUCH_WEBHOOK -> new Word.NotTaken();
            case NOT_IN_PLAN,
                    INSUFFICIENT_SCOPE,
                    NO_RIGHT,
                    NO_ACCESS_TO_APPLICATION,
                    WRONG_AUTH_TYPE,
                    METHOD_UNKNOWN,
                    NOT_FOUND,
                    REQUEST_REFUSED -> new Word.Refused();
            case TOO_MANY_REQUESTS,
                    METHOD_OUT_OF_TIME,
                    BLOCKED,
                    PORTAL_GONE,
                    HTTPS_REQUIRED,
                    UNCLEAR,
                    SILENT,
                    UNREACHABLE,
                    ADDRESS_WRONG,
                    NO_SECRET,
                    NOT_INSTALLED -> new Word.None();
        };
    }
}
