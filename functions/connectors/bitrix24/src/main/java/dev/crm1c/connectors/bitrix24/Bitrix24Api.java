package dev.crm1c.connectors.bitrix24;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One POST. The address is each tenant's own, so every call brings it whole; it holds the webhook's secret, and so do the messages of
 * the exceptions that this client throws: they must not be logged.
 */
@RegisterRestClient(configKey = "bitrix24", baseUri = "https://the-tenant-names-it.invalid")
@Path("")
interface Bitrix24Api {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    RestResponse<InputStream> post(
            @Url String address,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.USER_AGENT) String userAgent,
            byte[] json);
}
