package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.util.Base64;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§1.1 https")
class TlsTest {

    @Test
    @DisplayName("§1.1 a base behind https gives https addresses; who does not know the authority gets no answer")
    void valid() throws IOException, InterruptedException {
        SelfSignedCertificate certificate = SelfSignedCertificate.valid();
        try (OneCSimulator simulator = secured(certificate);
                HttpClient known = HttpClient.newBuilder()
                        .sslContext(certificate.trusting())
                        .build();
                HttpClient stranger = HttpClient.newHttpClient()) {
            assertThat(simulator.address()).hasScheme("https");
            String root = simulator.address() + "/odata/standard.odata";
            String answer = known.send(service(simulator), HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(answer).contains(root + "/$metadata");
            assertThatThrownBy(() -> stranger.send(service(simulator), HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(simulator.requestCount()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("§1.1 an expired certificate of a known authority is refused because it is expired")
    void expired() {
        SelfSignedCertificate certificate = SelfSignedCertificate.expired();
        assertThatThrownBy(() -> certificate.certificate().checkValidity())
                .isInstanceOf(CertificateExpiredException.class);
        assertRefused(certificate, "validity check failed");
    }

    @Test
    @DisplayName("§1.1 a certificate for another host is refused because of the host")
    void otherHost() {
        assertRefused(SelfSignedCertificate.forHost("onec.example"), "127.0.0.1");
    }

    private static void assertRefused(SelfSignedCertificate certificate, String reason) {
        try (OneCSimulator simulator = secured(certificate);
                HttpClient known = HttpClient.newBuilder()
                        .sslContext(certificate.trusting())
                        .build()) {
            assertThatThrownBy(() -> known.send(service(simulator), HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasStackTraceContaining(reason);
        }
    }

    private static OneCSimulator secured(SelfSignedCertificate certificate) {
        return OneCSimulator.start(OneCSettings.defaults().withTls(certificate.server()));
    }

    private static HttpRequest service(OneCSimulator simulator) {
        byte[] login = "Обмен:секрет".getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(simulator.address() + "/odata/standard.odata?$format=json"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                .build();
    }
}
