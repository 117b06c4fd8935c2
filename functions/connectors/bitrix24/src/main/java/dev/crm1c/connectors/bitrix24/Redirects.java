package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.outbound.AddressRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a renamed portal answers now: the old address redirects every call to the same path at the new one. Anything else that redirects is no
 * rename, and what we send holds a secret. Source: reference "bitrix24", 1.4.
 */
@ApplicationScoped
class Redirects {
    private final AddressRule addresses;

    Redirects(AddressRule addresses) {
        this.addresses = addresses;
    }

    /**
     * @param asked the whole address that was called
     * @return the portal without a path
     */
    Optional<URI> newPortal(URI asked, Heard.Redirect redirect) {
        URI target;
        try {
            target = asked.resolve(new URI(redirect.location()));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
        if (!isMove(redirect.status()) || !isSameCallElsewhere(asked, target)) {
            return Optional.empty();
        }
        return addresses.judge(target) == AddressRule.Verdict.ALLOWED
                ? Optional.of(URI.create(target.getScheme() + "://" + target.getRawAuthority()))
                : Optional.empty();
    }

    /** 303 says that the call was done and its result lies elsewhere. */
    private static boolean isMove(int status) {
        return status == 301 || status == 302 || status == 307 || status == 308;
    }

    private static boolean isSameCallElsewhere(URI asked, URI target) {
        boolean givesUpHttps =
                "https".equalsIgnoreCase(asked.getScheme()) && !"https".equalsIgnoreCase(target.getScheme());
        return !givesUpHttps
                && asked.getRawPath().equals(target.getRawPath())
                && !asked.getRawAuthority().equalsIgnoreCase(target.getRawAuthority());
    }
}
