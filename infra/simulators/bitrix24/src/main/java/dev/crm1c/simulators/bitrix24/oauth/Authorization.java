package dev.crm1c.simulators.bitrix24.oauth;

import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.PhpForm;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The first step of OAuth in the browser of whoever is logged in. Where to return to is known from the application's
 * card and never from the request (bitrix24.md §1.2 [doc]).
 */
public final class Authorization {
    /** Where the browser goes next. */
    public sealed interface Outcome {
        record Sent(URI back) implements Outcome {}

        record Shown(String page) implements Outcome {}
    }

    private final Clients clients;
    private final Function<String, Optional<URI>> returnAddress;
    private final TokenOffice office;
    private final Supplier<PortalCard> portal;
    private final AtomicLong loggedIn;

    public Authorization(
            Clients clients,
            Function<String, Optional<URI>> returnAddress,
            TokenOffice office,
            Supplier<PortalCard> portal,
            long loggedIn) {
        this.clients = clients;
        this.returnAddress = returnAddress;
        this.office = office;
        this.portal = portal;
        this.loggedIn = new AtomicLong(loggedIn);
    }

    /** Who sits before the browser from now on. */
    public void logIn(long userId) {
        loggedIn.set(userId);
    }

    public Outcome ask(Params params) {
        String state = params.exact("state").asText("");
        return clients.find(params.exact("client_id").asText(""))
                .flatMap(client -> returnAddress.apply(client.id()).map(address -> back(client, address, state)))
                .<Outcome>map(Outcome.Sent::new)
                .orElseGet(() -> new Outcome.Shown("<html><body>Приложение не найдено</body></html>"));
    }

    private URI back(Clients.Client client, URI address, String state) {
        PortalCard card = portal.get();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("code", office.code(client.id(), loggedIn.get()));
        query.put("state", state);
        query.put("domain", card.domain());
        query.put("member_id", card.memberId());
        query.put("scope", client.scopeList());
        query.put("server_domain", card.serverDomain());
        return URI.create(address + "?" + PhpForm.write(query));
    }
}
