package dev.crm1c.connectors.bitrix24;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The vendor wants the secrets in the address: neither it nor the messages of this client's exceptions may be logged. */
@RegisterRestClient(configKey = "bitrix24-oauth", baseUri = "https://the-installation-names-it.invalid")
@Path("")
interface OAuthApi {

    @GET
    RestResponse<InputStream> token(
            @Url String address,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.USER_AGENT) String userAgent,
            @QueryParam("grant_type") String grantType,
            @QueryParam("client_id") String clientId,
            @QueryParam("client_secret") String clientSecret,
            @QueryParam("refresh_token") String refreshToken);
}
