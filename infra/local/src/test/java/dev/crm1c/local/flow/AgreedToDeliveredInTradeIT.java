package dev.crm1c.local.flow;

import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import java.time.Duration;

/** From the deal to the documents, as packaged, with Управление торговлей 11 that gives keys of its own. */
class AgreedToDeliveredInTradeIT extends InOneOffice {
    AgreedToDeliveredInTradeIT() {
        super(OneCSettings.of("trade-11").withRefKeyPolicy(RefKeyPolicy.IGNORED).withRecalculation(Duration.ZERO));
    }
}
