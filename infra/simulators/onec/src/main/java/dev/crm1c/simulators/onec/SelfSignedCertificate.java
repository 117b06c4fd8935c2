package dev.crm1c.simulators.onec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server's certificate as companies make them for themselves: signed by an authority of their own that nobody else
 * knows. Made at run time by the {@code keytool} of this Java; it takes about two seconds.
 */
public final class SelfSignedCertificate {
    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private final KeyStore store;

    private SelfSignedCertificate(KeyStore store) {
        this.store = store;
    }

    /** For {@code localhost} and {@code 127.0.0.1}, from yesterday on. */
    public static SelfSignedCertificate valid() {
        return make("dns:localhost,ip:127.0.0.1", "-1d", 30);
    }

    /** The same, but its time was over five days ago; its authority is still good. */
    public static SelfSignedCertificate expired() {
        return make("dns:localhost,ip:127.0.0.1", "-10d", 5);
    }

    /** In time, but for another host. */
    public static SelfSignedCertificate forHost(String host) {
        return make("dns:" + host, "-1d", 30);
    }

    /** What the server shows: {@code OneCSettings.withTls} wants it. */
    public SSLContext server() {
        try {
            KeyStore own = empty();
            char[] password = PASSWORD.toCharArray();
            Certificate[] chain = store.getCertificateChain(SERVER);
            own.setKeyEntry(SERVER, store.getKey(SERVER, password), password, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be served", e);
        }
    }

    /** For a client that knows the authority: what it still refuses is the certificate's own fault. */
    public SSLContext trusting() {
        try {
            KeyStore known = empty();
            known.setCertificateEntry(AUTHORITY, authority());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the authority cannot be trusted", e);
        }
    }

    public X509Certificate certificate() {
        return certificate(SERVER);
    }

    public X509Certificate authority() {
        return certificate(AUTHORITY);
    }

    private X509Certificate certificate(String alias) {
        try {
            return (X509Certificate) store.getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate " + alias, e);
        }
    }

    private static KeyStore empty() {
        return load(null);
    }

    private static KeyStore load(byte[] content) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content == null ? null : new ByteArrayInputStream(content), PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key store cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SelfSignedCertificate make(String names, String from, int days) {
        try {
            Path directory = Files.createTempDirectory("certificate");
            Path file = directory.resolve("store.p12");
            try {
                generate(file, AUTHORITY, List.of("-startdate", "-30d", "-validity", "365", "-ext", "bc:c"));
                generate(
                        file,
                        SERVER,
                        List.of(
                                "-startdate",
                                from,
                                "-validity",
                                String.valueOf(days),
                                "-ext",
                                "san=" + names,
                                "-signer",
                                AUTHORITY));
                return new SelfSignedCertificate(load(Files.readAllBytes(file)));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate could be made", e);
        }
    }

    private static void generate(Path file, String alias, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(more);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitOf(keytool) != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was being made", e);
        }
    }
}
