package dev.crm1c.model.port;

import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;

/** Reads what integrators write: a tenant file, with the preset that it names. */
public interface TenantFile {
    Reading read(String text);

    /** How the CRM's calls will prove that they are genuine, as far as the CRM's secret says. */
    WayIn wayIn(Secret crmSecret);

    sealed interface WayIn {
        /** The calls carry one of these: one, or several while they are changed. */
        record Tokens(List<Secret> tokens) implements WayIn {
            public Tokens {
                tokens = List.copyOf(tokens);
            }
        }

        /** Our application is installed on the portal and brings its token along. */
        record Installation() implements WayIn {}

        record None() implements WayIn {}
    }

    sealed interface Reading {
        record Good(Tenant tenant, Lines lines) implements Reading {}

        record Faulty(List<Fault> faults) implements Reading {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Where in the file a field stands, for faults that only show outside of it. */
    @FunctionalInterface
    interface Lines {
        int lineOf(String field);

        default Fault fault(String field, String message) {
            return new Fault(lineOf(field), field, message);
        }
    }

    /**
     * @param line from 1
     * @param field JSON pointer of the field, {@code /onec/address}; empty for the whole file
     * @param message Russian, for the integrator
     */
    record Fault(int line, String field, String message) {}
}
