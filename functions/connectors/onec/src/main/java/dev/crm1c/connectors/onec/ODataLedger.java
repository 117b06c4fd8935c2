package dev.crm1c.connectors.onec;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Balances and turnovers, which 1C calculates when asked (reference "onec", 1.5). */
@RegisterRestClient(configKey = "onec-ledger", baseUri = "https://the-tenant-names-it.invalid")
@Path("")
interface ODataLedger extends ODataGet {}
