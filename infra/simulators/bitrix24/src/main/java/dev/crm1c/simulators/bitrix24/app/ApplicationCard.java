package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.oauth.Clients.Client;
import java.net.URI;
import java.util.Set;

/**
 * What a developer writes on the card of an application (bitrix24.md §1.2).
 *
 * @param code what app.info tells of it: a local application is known by its client id alone (§2.4 tells the two apart by nothing else)
 * @param address where its page is: the return of OAuth, and the first page of an application with an interface
 * @param installAddress the "initial install path"
 */
public record ApplicationCard(
        String clientId,
        String clientSecret,
        String applicationToken,
        String code,
        Face face,
        Set<String> scopes,
        URI address,
        URI installAddress) {
    /** Whether people see it. */
    public enum Face {
        API_ONLY,
        WITH_INTERFACE
    }

    public ApplicationCard {
        scopes = Set.copyOf(scopes);
    }

    /** A local application without pages. */
    public static ApplicationCard apiOnly(String name, URI installAddress, String... scopes) {
        return of(name, Face.API_ONLY, installAddress, scopes);
    }

    public static ApplicationCard withInterface(String name, URI installAddress, String... scopes) {
        return of(name, Face.WITH_INTERFACE, installAddress, scopes);
    }

    private static ApplicationCard of(String name, Face face, URI installAddress, String... scopes) {
        return new ApplicationCard(
                "local." + name,
                name + "-client-secret",
                name + "-application-token",
                "local." + name,
                face,
                Set.of(scopes),
                installAddress.resolve("/"),
                installAddress);
    }

    /** L: a local application. */
    Client client() {
        return new Client(clientId, clientSecret, scopes, "L");
    }

    @Override
    public String toString() {
        return "application " + clientId;
    }
}
