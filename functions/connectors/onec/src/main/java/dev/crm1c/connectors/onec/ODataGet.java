package dev.crm1c.connectors.onec;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading, however long it may take. */
interface ODataGet {

    /** @param session {@code start} where the caller drives sessions and has none */
    @GET
    RestResponse<InputStream> get(
            @Url String address,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(OneCSessions.HEADER) Optional<String> session,
            @HeaderParam(HttpHeaders.COOKIE) Optional<String> cookie);
}
