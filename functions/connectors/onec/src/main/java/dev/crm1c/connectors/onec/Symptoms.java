package dev.crm1c.connectors.onec;

import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.Finding.Barrier;
import dev.crm1c.model.onec.Finding.Reason;
import dev.crm1c.model.outbound.AddressRule.Verdict;

/** What a refusal tells about the connection as a whole, when it is met at the door. */
final class Symptoms {
    private Symptoms() {}

    static Finding of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.ForbiddenAddress _ -> new Finding.AddressRefused(Verdict.NETWORK_FORBIDDEN);
            case Refusal.NoCredential _ -> new Finding.NoCredential();
            case Refusal.Unreachable(Barrier barrier) -> new Finding.NotReached(barrier);
            case Refusal.Unclear _ -> new Finding.NotReached(Barrier.NO_ANSWER);
            case Refusal.WrongAddress _, Refusal.WebServerSaysNo _, Refusal.AddressTooLong _ ->
                new Finding.Refused(Reason.NOTHING_PUBLISHED_THERE);
            case Refusal.WrongPassword _ -> new Finding.Refused(Reason.WRONG_PASSWORD);
            case Refusal.NoRight _ -> new Finding.Refused(Reason.NO_ODATA_ROLE);
            case Refusal.Maintenance _ -> new Finding.Refused(Reason.MAINTENANCE);
            case Refusal.NoLicence _ -> new Finding.Refused(Reason.NO_LICENCE);
            case Refusal.NoFreeSession _, Refusal.DeadSession _ -> new Finding.Refused(Reason.NO_FREE_SESSION);
            case Refusal.VersionsDiffer _ -> new Finding.Refused(Reason.PLATFORM_BEING_UPDATED);
            case Refusal.Locked _ -> new Finding.Refused(Reason.LOCKED);
            case Refusal.NotPublished _,
                    Refusal.NotFound _,
                    Refusal.KeyTaken _,
                    Refusal.BusinessSaysNo _,
                    Refusal.PeriodClosed _,
                    Refusal.NotUnderstood _,
                    Refusal.DataVersionDiffers _ -> new Finding.Refused(Reason.NOT_UNDERSTOOD);
        };
    }
}
