package dev.crm1c.local.flow;

import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import java.time.Duration;

/** From the deal to the documents, as packaged, with ERP 2 that honours our keys. */
class AgreedToDeliveredInErpIT extends InOneOffice {
    AgreedToDeliveredInErpIT() {
        super(OneCSettings.of("erp-2").withRefKeyPolicy(RefKeyPolicy.HONOURED).withRecalculation(Duration.ZERO));
    }
}
