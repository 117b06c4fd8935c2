package dev.crm1c.model.portal;

import java.util.List;
import java.util.Set;

/**
 * What the examination of a portal came to.
 *
 * @param pipelines of its deals, as far as they could be read
 */
public record PortalDiagnosis(List<PortalFinding> findings, Vitals vitals, List<Pipeline> pipelines) {
    public PortalDiagnosis {
        findings = List.copyOf(findings);
        pipelines = List.copyOf(pipelines);
    }

    public sealed interface Vitals {
        /** The portal could not be asked. */
        record Unknown() implements Vitals {}

        record Known(Way way, Set<String> scopes, Pace pace) implements Vitals {
            public Known {
                scopes = Set.copyOf(scopes);
            }
        }
    }

    /** In whose name we call. */
    public enum Way {
        INCOMING_WEBHOOK,
        APPLICATION
    }
}
