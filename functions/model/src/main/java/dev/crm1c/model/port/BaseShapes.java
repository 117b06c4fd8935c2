package dev.crm1c.model.port;

import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a tenant's base describes itself in its metadata, as it was last read: never in a request's path, for that takes half a minute. */
public interface BaseShapes {

    /**
     * @param hash of the part of the metadata that concerns us: another one means that the base was updated
     * @param lacks what the profile names and the base does not have
     */
    record Shape(Fingerprint hash, Set<String> lacks, Instant readAt) {
        public Shape {
            lacks = Set.copyOf(lacks);
        }
    }

    /** Empty when the base was never examined. */
    Optional<Shape> find(Tenant tenant);

    void put(Tenant tenant, Shape shape);
}
