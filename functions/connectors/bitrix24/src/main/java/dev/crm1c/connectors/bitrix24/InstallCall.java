package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.PhpForm.Parsed.Fields;
import dev.crm1c.model.tenant.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a portal says when our application is installed: as an event, when the application has no pages of its own, or as a page that the
 * administrator's browser opens. Source: reference "bitrix24", 1.2, 2.3, 3.2.
 *
 * @param serverEndpoint as it came; not believed
 * @param clientEndpoint the portal, as it came; empty in a page's call, which has none
 */
record InstallCall(
        Tokens tokens,
        Secret applicationToken,
        String memberId,
        String serverEndpoint,
        String clientEndpoint,
        Shape shape) {
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,1000}");
    private static final Pattern MEMBER_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final List<String> EVENTS = List.of("ONAPPINSTALL", "ONAPPUPDATE");

    enum Shape {
        EVENT,
        PAGE
    }

    sealed interface Reading {
        record Understood(InstallCall call) implements Reading {}

        record NotUnderstood(String why) implements Reading {}
    }

    static Reading read(Fields fields) {
        if (EVENTS.contains(fields.get("event").strip().toUpperCase(Locale.ROOT))) {
            return call(
                    new Tokens(fields.get("auth[access_token]"), fields.get("auth[refresh_token]")),
                    fields.get("auth[application_token]"),
                    fields.get("auth[member_id]"),
                    fields.get("auth[server_endpoint]"),
                    fields.get("auth[client_endpoint]"),
                    Shape.EVENT);
        }
        if (fields.get("PLACEMENT").equals("DEFAULT")) {
            return call(
                    new Tokens(fields.get("AUTH_ID"), fields.get("REFRESH_ID")),
                    fields.get("APPLICATION_TOKEN"),
                    fields.get("member_id"),
                    fields.get("SERVER_ENDPOINT"),
                    "",
                    Shape.PAGE);
        }
        return new Reading.NotUnderstood("это не установка приложения");
    }

    private static Reading call(
            Tokens tokens, String applicationToken, String memberId, String server, String client, Shape shape) {
        if (!TOKEN.matcher(tokens.access()).matches()
                || !TOKEN.matcher(tokens.refresh()).matches()) {
            return new Reading.NotUnderstood("в теле нет пары токенов");
        }
        if (!TOKEN.matcher(applicationToken).matches()) {
            return new Reading.NotUnderstood("в теле нет токена приложения");
        }
        if (!MEMBER_ID.matcher(memberId).matches()) {
            return new Reading.NotUnderstood("в теле нет идентификатора портала");
        }
        return new Reading.Understood(
                new InstallCall(tokens, new Secret(applicationToken), memberId, server, client, shape));
    }

    /** Whether it says that it comes from elsewhere. */
    boolean contradicts(URI portal) {
        return !clientEndpoint.isEmpty() && !portal.getRawAuthority().equalsIgnoreCase(authority(clientEndpoint));
    }

    /** Of an address that is none, what no portal is called. */
    private static String authority(String address) {
        try {
            return Optional.ofNullable(new URI(address).getRawAuthority()).orElse("-");
        } catch (URISyntaxException _) {
            return "-";
        }
    }
}
