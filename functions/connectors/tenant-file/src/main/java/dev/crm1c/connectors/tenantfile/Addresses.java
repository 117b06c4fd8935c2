package dev.crm1c.connectors.tenantfile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses of portals and bases, without the slash at their end. */
final class Addresses {
    private Addresses() {}

    static Optional<URI> read(Said said, Faults faults) {
        String text = said.text();
        try {
            URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            return address.getHost() == null
                    ? faults.instead(said, "в адресе нет имени сервера")
                    : Optional.of(address);
        } catch (URISyntaxException _) {
            return faults.instead(said, "это не адрес");
        }
    }
}
