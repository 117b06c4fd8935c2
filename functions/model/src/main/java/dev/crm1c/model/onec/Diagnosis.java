package dev.crm1c.model.onec;

import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.SessionMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the examination of a base came to. */
public record Diagnosis(List<Finding> findings, Vitals vitals, SelfDescription metadata) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    public sealed interface Vitals {
        /** No call came back. */
        record NotMeasured() implements Vitals {}

        /** How long reading one row took. The first call after a quiet time starts a session and may take half a minute. */
        record Measured(int calls, Duration fastest, Duration median, Duration slowest, SessionMode publication)
                implements Vitals {}
    }

    /** What the base's {@code $metadata} says of what we use. */
    public sealed interface SelfDescription {
        record NotRead() implements SelfDescription {}

        /** @param lacks what the profile names and the base does not have */
        record Read(Fingerprint hash, Set<String> lacks) implements SelfDescription {
            public Read {
                lacks = Set.copyOf(lacks);
            }
        }
    }
}
