/**
 * The words of the business and the ports to the world, in pure Java: no framework, no SDK, no HTTP.
 *
 * <p>Steps (crm-webhook, crm-to-onec …) use these words and call the ports; connectors implement the ports.
 */
package dev.crm1c.model;
