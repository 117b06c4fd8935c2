package dev.crm1c.connectors.onec;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Objects and lists: seconds, and half a minute where 1C has to start a session first (reference "onec", 1.8). */
@RegisterRestClient(configKey = "onec", baseUri = "https://the-tenant-names-it.invalid")
@Path("")
interface ODataReads extends ODataGet {}
