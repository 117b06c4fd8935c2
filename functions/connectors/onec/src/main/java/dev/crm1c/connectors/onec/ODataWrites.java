package dev.crm1c.connectors.onec;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The two verbs that change something. There is no DELETE on purpose: 1C deletes physically and does not ask who still refers to the object. */
@RegisterRestClient(configKey = "onec-writes", baseUri = "https://the-tenant-names-it.invalid")
@Path("")
interface ODataWrites {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    RestResponse<InputStream> post(
            @Url String address,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(OneCSessions.HEADER) Optional<String> session,
            @HeaderParam(HttpHeaders.COOKIE) Optional<String> cookie,
            byte[] json);

    /** @param dataVersion live bases ignore it, newer ones may not */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    RestResponse<InputStream> patch(
            @Url String address,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(OneCSessions.HEADER) Optional<String> session,
            @HeaderParam(HttpHeaders.COOKIE) Optional<String> cookie,
            @HeaderParam(HttpHeaders.IF_MATCH) Optional<String> dataVersion,
            byte[] json);
}
