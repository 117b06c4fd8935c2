package dev.crm1c.model.port;

import dev.crm1c.model.tenant.CrmSystem;
import java.util.List;
import java.util.Optional;

/** The CRM products that this release speaks. */
public record CrmSystems(List<Crm> known) {
    public CrmSystems {
        known = List.copyOf(known);
    }

    public Optional<Crm> of(CrmSystem system) {
        return known.stream().filter(crm -> crm.system().equals(system)).findFirst();
    }
}
