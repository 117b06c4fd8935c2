package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.port.TenantFile.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a file beyond its schema, as it comes to light. */
final class Faults {
    private final YamlTree lines;
    private final List<Fault> found = new ArrayList<>();

    Faults(YamlTree lines) {
        this.lines = lines;
    }

    void add(Said where, String message) {
        found.add(new Fault(lines.lineOf(where.pointer()), where.pointer(), message));
    }

    /** For a place that gives nothing because of its fault. */
    <T> Optional<T> instead(Said where, String message) {
        add(where, message);
        return Optional.empty();
    }

    List<Fault> found() {
        return List.copyOf(found);
    }
}
