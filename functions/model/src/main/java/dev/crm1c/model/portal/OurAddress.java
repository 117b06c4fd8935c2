package dev.crm1c.model.portal;

import java.net.URI;

/** Where a portal reaches us. */
public sealed interface OurAddress {
    /** No portal has called yet. */
    record Unknown() implements OurAddress {}

    /**
     * @param address {@code https://….amazonaws.com/crm/bitrix24/demo}
     */
    record Known(URI address) implements OurAddress {}
}
