package dev.crm1c.model.portal;

import java.net.URI;

/** Where a portal answers. A cloud portal can be renamed; its old address then redirects for a while (reference "bitrix24", 1.4). */
public sealed interface Whereabouts {

    URI from(URI inTheFile);

    record AsInTheFile() implements Whereabouts {
        @Override
        public URI from(URI inTheFile) {
            return inTheFile;
        }
    }

    /** Holds while the tenant file names the old address; a file that names another one is newer than what we learnt. */
    record Moved(URI before, URI now) implements Whereabouts {
        @Override
        public URI from(URI inTheFile) {
            return inTheFile.equals(before) ? now : inTheFile;
        }
    }
}
