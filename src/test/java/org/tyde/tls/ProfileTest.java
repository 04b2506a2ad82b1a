package org.tyde.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What every connection has in common.
class ProfileTest {
    private static final Pattern FORWARD_SECRET_AND_AUTHENTICATED =
            Pattern.compile(
                    "TLS_(AES|CHACHA20|ECDHE_(RSA|ECDSA)_WITH_(AES|CHACHA20))\\w*_(GCM|POLY1305)_SHA\\d+");

    /// Ways to believe everyone, or not to look at the name of the host.
    private static final Pattern BLIND =
            Pattern.compile(
                    "implements X509TrustManager|extends X509ExtendedTrustManager"
                            + "|HostnameVerifier|IdentificationAlgorithm\\((\"\"|null)"
                            + "|disableHostnameVerification|SSLContext\\.getInstance|TrustAll");

    @Test
    void onlyVersionsThatRfc8996Left() throws Exception {
        var client = TlsClient.of(Trust.of(List.of())).parameters();
        assertArrayEquals(new String[] {"TLSv1.3", "TLSv1.2"}, client.getProtocols());
    }

    @Test
    void onlySuitesWithForwardSecrecyAndAuthenticatedEncryption() {
        for (var suite : TlsProfile.SUITES)
            assertTrue(FORWARD_SECRET_AND_AUTHENTICATED.matcher(suite).matches(), suite);
        var known =
                Set.of(
                        TlsProfile.context(
                                        new javax.net.ssl.KeyManager[0],
                                        new javax.net.ssl.TrustManager[0])
                                .getSupportedSSLParameters()
                                .getCipherSuites());
        assertTrue(known.containsAll(TlsProfile.SUITES));
    }

    @Test
    void theNameOfTheHostIsAlwaysChecked() {
        assertEquals(
                "HTTPS",
                TlsClient.of(Trust.of(List.of()))
                        .parameters()
                        .getEndpointIdentificationAlgorithm());
    }

    @Test
    void nothingInTheHouseBelievesEveryone() throws IOException {
        var blind = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList())
                if (BLIND.matcher(Files.readString(file)).find())
                    blind.add(String.valueOf(file.getFileName()));
        }
        assertEquals(Set.of("CheckedTrust.java", "TlsProfile.java"), blind);
    }

    @Test
    void theAuthoritiesOfTheOperatingSystemAreFound() throws Exception {
        assertTrue(Trust.ofSystem().manager().getAcceptedIssuers().length > 0);
    }
}
