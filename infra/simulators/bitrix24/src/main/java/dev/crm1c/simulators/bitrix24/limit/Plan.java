package dev.crm1c.simulators.bitrix24.limit;

import java.util.EnumSet;
import java.util.Set;

/** What the portal has paid for (bitrix24.md §0.4, §1.1, §1.2, §2.6). */
public final class Plan {
    /** What feature.get tells of. */
    public enum Feature {
        /** Reserving and confirming offline events. */
        REST_OFFLINE_EXTENDED,
        /** Queues of their own for connectors. */
        REST_AUTH_CONNECTOR
    }

    private static final int USUAL_CAPACITY = 50;
    private static final int USUAL_LEAK = 2;
    private static final int ENTERPRISE_CAPACITY = 250;
    private static final int ENTERPRISE_LEAK = 5;

    private final LeakyBucket bucket;
    private final Set<Feature> features = EnumSet.allOf(Feature.class);
    private String license = "ru_pro100";
    private boolean rest = true;

    public Plan(LeakyBucket bucket) {
        this.bucket = bucket;
    }

    /** Such as ru_std, ru_pro100 or ru_ent250; Enterprise has the larger bucket. */
    public synchronized void license(String name) {
        license = name;
        if (family().equals("ent")) {
            bucket.resize(ENTERPRISE_CAPACITY, ENTERPRISE_LEAK);
        } else {
            bucket.resize(USUAL_CAPACITY, USUAL_LEAK);
        }
    }

    public synchronized String license() {
        return license;
    }

    /** ent250. */
    public synchronized String type() {
        return license.substring(license.indexOf('_') + 1);
    }

    /** ent. */
    public synchronized String family() {
        return type().replaceFirst("\\d+$", "");
    }

    public synchronized void without(Feature feature) {
        features.remove(feature);
    }

    public synchronized boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The subscription has ended: REST answers nobody. */
    public synchronized void endRest() {
        rest = false;
    }

    public synchronized void renewRest() {
        rest = true;
    }

    public synchronized boolean includesRest() {
        return rest;
    }
}
