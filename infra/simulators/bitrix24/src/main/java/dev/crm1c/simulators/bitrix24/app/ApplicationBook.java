package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.oauth.Clients;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice.Holder;
import dev.crm1c.simulators.bitrix24.rest.TokenBook;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The applications that this portal has heard of, and whose token is whose. */
final class ApplicationBook implements Clients, TokenBook {
    private final Map<String, Application> applications = new ConcurrentHashMap<>();
    private final TokenOffice office;
    private final Clock clock;

    ApplicationBook(TokenOffice office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    /** A second installation starts anew, with nothing bound. */
    Application register(ApplicationCard card) {
        long number = Optional.ofNullable(applications.get(card.clientId()))
                .map(Application::number)
                .orElseGet(() -> applications.size() + 1L);
        Application fresh = new Application(number, card);
        applications.put(card.clientId(), fresh);
        return fresh;
    }

    Application get(String clientId) {
        return Optional.ofNullable(applications.get(clientId))
                .orElseThrow(() -> new IllegalArgumentException("no application " + clientId));
    }

    List<Application> ready() {
        return applications.values().stream().filter(Application::isReady).toList();
    }

    /** The OAuth host knows an application whether or not this portal has it. */
    @Override
    public Optional<Client> find(String clientId) {
        return Optional.ofNullable(applications.get(clientId))
                .map(application -> application.card().client());
    }

    /** Where OAuth returns to; nowhere when the portal does not have the application. */
    Optional<URI> returnAddress(String clientId) {
        return Optional.ofNullable(applications.get(clientId))
                .filter(Application::isPresent)
                .map(application -> application.card().address());
    }

    @Override
    public TokenCheck check(String token) {
        return office.holderOf(token).map(this::check).orElseGet(TokenCheck.Unknown::new);
    }

    private TokenCheck check(Holder holder) {
        return clock.instant().isBefore(holder.ends())
                ? new TokenCheck.Good(
                        holder.clientId(), get(holder.clientId()).card().scopes(), holder.userId())
                : new TokenCheck.Expired();
    }
}
