package dev.crm1c.model.port;

import dev.crm1c.model.tenant.CrmSystem;
import java.util.List;
import java.util.Optional;

/** The CRM products on whose portals our application can be installed. */
public record CrmApplications(List<CrmApplication> known) {
    public CrmApplications {
        known = List.copyOf(known);
    }

    public Optional<CrmApplication> of(CrmSystem system) {
        return known.stream()
                .filter(application -> application.system().equals(system))
                .findFirst();
    }
}
