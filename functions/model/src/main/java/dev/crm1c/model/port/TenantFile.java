package dev.crm1c.model.port;

import dev.crm1c.model.tenant.Tenant;
import java.util.List;

/** Reads a tenant file with the preset that it names. */
public interface TenantFile {
    Reading read(String text);

    sealed interface Reading {
        record Good(Tenant tenant) implements Reading {}

        record Faulty(List<Fault> faults) implements Reading {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * @param line from 1
     * @param field JSON pointer of the field, {@code /onec/address}; empty for the whole file
     * @param message Russian, for the integrator
     */
    record Fault(int line, String field, String message) {}
}
