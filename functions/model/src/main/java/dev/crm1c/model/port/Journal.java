package dev.crm1c.model.port;

import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.TenantId;
import java.util.List;

/** What happened, for those who run the deployment: ids, technical states and counts, nothing personal. */
public interface Journal {
    void received(ChangeNotice notice);

    /** An event that nobody here listens to. */
    void ofNoInterest(TenantId tenant, String event);

    void turnedAway(TenantId tenant, String why);

    /** Our application was installed on the tenant's portal. */
    void installed(TenantId tenant);

    /** Our application was taken off the tenant's portal: nothing comes from there, and nothing goes, until it is installed again. */
    void uninstalled(TenantId tenant);

    /** What a deal would have come to.
     *
     * @param plan technical words, sums and counts, nothing personal
     */
    void rehearsed(TenantId tenant, CrmRef deal, List<String> plan);

    void settled(ChangeNotice notice, Outcome outcome);

    void buried(String messageId);

    /** A message that our own failing returned to the queue. */
    void broke(String messageId, RuntimeException cause);

    void woken(int count);

    /** A base was examined. */
    void examined(TenantId tenant, Diagnosis diagnosis);

    /** A portal was examined. */
    void examined(TenantId tenant, PortalDiagnosis diagnosis);
}
