package dev.crm1c.simulators.bitrix24.oauth;

import java.util.Optional;
import java.util.Set;

/** The applications as the OAuth host knows them. */
@FunctionalInterface
public interface Clients {
    record Client(String id, String secret, Set<String> scopes, String status) {
        public Client {
            scopes = Set.copyOf(scopes);
        }

        /** A list with commas, as tokens and events carry it. */
        public String scopeList() {
            return String.join(",", scopes.stream().sorted().toList());
        }

        @Override
        public String toString() {
            return "client " + id;
        }
    }

    Optional<Client> find(String clientId);
}
