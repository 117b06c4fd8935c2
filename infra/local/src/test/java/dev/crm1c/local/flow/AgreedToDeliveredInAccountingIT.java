package dev.crm1c.local.flow;

import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;

/** From the deal to the documents, as packaged, with Бухгалтерия 3.0 that honours our keys. */
class AgreedToDeliveredInAccountingIT extends InOneOffice {
    AgreedToDeliveredInAccountingIT() {
        super(OneCSettings.of("accounting-3").withRefKeyPolicy(RefKeyPolicy.HONOURED));
    }
}
