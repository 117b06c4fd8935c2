package dev.crm1c.model.tenant;

import dev.crm1c.model.sync.Fingerprint;
import java.util.List;
import java.util.Set;

/** What the webhook must know to let a call in: digests only, so its path needs no secret store. */
public record WebhookDoor(
        TenantId tenant, CrmSystem system, List<Fingerprint> tokenDigests, Set<String> memberIds, int lanes) {
    public WebhookDoor {
        tokenDigests = List.copyOf(tokenDigests);
        memberIds = Set.copyOf(memberIds);
    }

    public static Fingerprint digestOf(Secret applicationToken) {
        return Fingerprint.of("application-token", applicationToken.text());
    }

    /** Every digest is compared, in constant time, so that the answer's time tells nothing. */
    public Admission admit(Secret applicationToken, String memberId) {
        Fingerprint offered = digestOf(applicationToken);
        boolean known = false;
        for (Fingerprint digest : tokenDigests) {
            known |= digest.sameAs(offered);
        }
        boolean fromThePortal = memberIds.isEmpty() || memberIds.contains(memberId);
        return known && fromThePortal ? Admission.GENUINE : Admission.FORGED;
    }

    public enum Admission {
        GENUINE,
        FORGED
    }
}
