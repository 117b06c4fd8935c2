package dev.crm1c.crmtoonec;

import dev.crm1c.model.sync.Fingerprint;

/**
 * What a deal asks of a document.
 *
 * @param now two of the same ask for the same document
 * @param formerly the same request as releases wrote it down that did not count units
 */
record Asked(Fingerprint now, Fingerprint formerly) {

    boolean is(Fingerprint written) {
        return written.equals(now) || written.equals(formerly);
    }

    /** Of what has no units. */
    static Asked of(String... parts) {
        Fingerprint fingerprint = Fingerprint.of(parts);
        return new Asked(fingerprint, fingerprint);
    }
}
