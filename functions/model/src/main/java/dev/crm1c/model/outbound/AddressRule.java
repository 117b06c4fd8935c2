package dev.crm1c.model.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a tenant may make us call. A tenant's file comes from outside, so its addresses may point at our own network,
 * at the cloud's metadata service or at this very process: only public addresses over https pass, and whatever the deployment
 * itself names (a VPN to an office, the local stand-ins).
 */
public final class AddressRule {
    /** Everything that is not the public Internet. Source: IANA special-purpose address registries (RFC 6890 and updates). */
    private static final List<String> NOT_PUBLIC = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private static final int HTTPS = 443;
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    /** Not static: a native image cannot carry addresses that were made while it was built. */
    private final List<Network> notPublic =
            NOT_PUBLIC.stream().map(Network::parse).toList();

    private final List<Network> alsoAllowed;
    private final NameLookup names;

    public AddressRule(List<Network> alsoAllowed, NameLookup names) {
        this.alsoAllowed = List.copyOf(alsoAllowed);
        this.names = names;
    }

    /** Finds every address of a host, as {@link InetAddress#getAllByName} does. */
    @FunctionalInterface
    public interface NameLookup {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    public enum Verdict {
        ALLOWED,
        NOT_AN_ADDRESS,
        HTTPS_REQUIRED,
        PORT_FORBIDDEN,
        HOST_UNKNOWN,
        NETWORK_FORBIDDEN
    }

    /**
     * To be asked before every call, not only when the tenant is loaded: a name may resolve to another address by then.
     * The JVM keeps a found address for 30 s, so the call that follows connects to the address that was judged here.
     */
    public Verdict judge(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            return Verdict.NOT_AN_ADDRESS;
        }
        InetAddress[] found;
        try {
            found = names.lookUp(address.getHost());
        } catch (UnknownHostException _) {
            return Verdict.HOST_UNKNOWN;
        }
        if (found.length > 0 && Stream.of(found).allMatch(this::namedByDeployment)) {
            return isHttp(address) ? Verdict.ALLOWED : Verdict.HTTPS_REQUIRED;
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            return Verdict.HTTPS_REQUIRED;
        }
        int port = address.getPort() == -1 ? HTTPS : address.getPort();
        if (port != HTTPS && port < FIRST_UNPRIVILEGED_PORT) {
            return Verdict.PORT_FORBIDDEN;
        }
        boolean anyInside = Stream.of(found)
                .anyMatch(one ->
                        !namedByDeployment(one) && notPublic.stream().anyMatch(network -> network.contains(one)));
        return anyInside || found.length == 0 ? Verdict.NETWORK_FORBIDDEN : Verdict.ALLOWED;
    }

    private boolean namedByDeployment(InetAddress address) {
        return alsoAllowed.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isHttp(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
    }
}
