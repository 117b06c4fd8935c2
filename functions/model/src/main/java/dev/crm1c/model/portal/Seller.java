package dev.crm1c.model.portal;

import dev.crm1c.model.sync.CrmRef;
import java.util.List;

/** A company in whose name the portal's people sell; 1C calls it «Организация». */
public record Seller(CrmRef company, String name, List<Legal> requisites) {
    public Seller {
        requisites = List.copyOf(requisites);
    }

    /** As people typed it: nobody has checked the numbers yet. */
    public record Legal(CrmRef requisite, String inn, String kpp) {}
}
