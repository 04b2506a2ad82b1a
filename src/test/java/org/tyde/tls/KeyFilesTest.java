package org.tyde.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.tls.TestAuthority.Issued;
import org.tyde.tls.TestAuthority.Wish;

import java.nio.file.Files;
import java.nio.file.Path;

/// Keys and certificates in the forms in which OpenSSL writes them.
class KeyFilesTest {
    @TempDir static Path folder = Path.of("");

    private static Issued rsa = new Issued(Path.of(""), Path.of(""));
    private static Issued curve = rsa;

    @BeforeAll
    static void keys() throws Exception {
        var authority = TestAuthority.in(folder, "hospital");
        rsa = authority.issue(Wish.of("rsa", "DNS:a").withKey("rsa:2048"));
        curve = authority.issue(Wish.of("curve", "DNS:b"));
    }

    private static char[] secret() {
        return "åpne deg".toCharArray();
    }

    private static TlsReason reason(Refusal refusal) {
        assertTrue(refusal.getMessage().length() > 10);
        return (TlsReason) refusal.reason();
    }

    @Test
    void aKeyInPkcs8() throws Exception {
        assertEquals(1, rsa.identity().certificates().size());
        assertEquals(1, curve.identity().certificates().size());
    }

    @Test
    void aKeyInPkcs8WithAPassword() throws Exception {
        for (var form : new String[] {"aes256", "aes-128-cbc"}) {
            var key = folder.resolve(form + ".key");
            TestAuthority.openssl(
                    "pkcs8",
                    "-topk8",
                    "-v2",
                    form,
                    "-passout",
                    "pass:geheim",
                    "-in",
                    rsa.key().toString(),
                    "-out",
                    key.toString());
            var password = "geheim".toCharArray();
            Identity.ofPem(rsa.certificate(), key, () -> password);
            assertArrayEquals(new char[6], password, "wiped");
            assertEquals(
                    TlsReason.WRONG_PASSWORD,
                    reason(
                            assertThrows(
                                    Refusal.class,
                                    () ->
                                            Identity.ofPem(
                                                    rsa.certificate(),
                                                    key,
                                                    "falsch"::toCharArray))));
        }
    }

    @Test
    void anRsaKeyInPkcs1() throws Exception {
        var key = folder.resolve("pkcs1.key");
        TestAuthority.openssl(
                "rsa", "-traditional", "-in", rsa.key().toString(), "-out", key.toString());
        assertTrue(Files.readString(key).contains("BEGIN RSA PRIVATE KEY"));
        assertFalse(new Issued(rsa.certificate(), key).identity().certificates().isEmpty());
    }

    @Test
    void aStoreInPkcs12() throws Exception {
        var store = folder.resolve("own.p12");
        TestAuthority.openssl(
                "pkcs12",
                "-export",
                "-passout",
                "pass:" + String.valueOf(secret()),
                "-in",
                curve.certificate().toString(),
                "-inkey",
                curve.key().toString(),
                "-out",
                store.toString());
        assertFalse(Identity.ofPkcs12(store, KeyFilesTest::secret).certificates().isEmpty());
        assertEquals(
                TlsReason.WRONG_PASSWORD,
                reason(
                        assertThrows(
                                Refusal.class,
                                () -> Identity.ofPkcs12(store, "feil"::toCharArray))));
    }

    @Test
    void aStoreWithoutAKey() throws Exception {
        var store = folder.resolve("nokey.p12");
        TestAuthority.openssl(
                "pkcs12",
                "-export",
                "-nokeys",
                "-passout",
                "pass:x",
                "-in",
                curve.certificate().toString(),
                "-out",
                store.toString());
        assertEquals(
                TlsReason.NO_KEY,
                reason(
                        assertThrows(
                                Refusal.class, () -> Identity.ofPkcs12(store, "x"::toCharArray))));
    }

    @Test
    void aKeyOfAnotherCertificate() {
        assertEquals(
                TlsReason.KEY_MISMATCH,
                reason(
                        assertThrows(
                                Refusal.class,
                                () -> new Issued(rsa.certificate(), curve.key()).identity())));
    }

    @Test
    void filesThatHoldSomethingElse() throws Exception {
        var text = Files.writeString(folder.resolve("text.txt"), "something else");
        var missing = folder.resolve("missing");
        assertEquals(TlsReason.NO_CERTIFICATE, refusedAsTrust(text));
        assertEquals(TlsReason.UNREADABLE, refusedAsTrust(missing));
        assertEquals(
                TlsReason.NO_KEY,
                reason(
                        assertThrows(
                                Refusal.class,
                                () -> new Issued(rsa.certificate(), text).identity())));
        assertEquals(
                TlsReason.UNREADABLE,
                reason(
                        assertThrows(
                                Refusal.class,
                                () -> Identity.ofPkcs12(text, KeyFilesTest::secret))));
        assertEquals(
                TlsReason.UNREADABLE,
                reason(
                        assertThrows(
                                Refusal.class,
                                () -> Trust.ofPem(rsa.certificate()).withRevocationList(text))));
    }

    @Test
    void aKeyThatOpensslWroteInAnOlderForm() throws Exception {
        var key = folder.resolve("sec1.key");
        TestAuthority.openssl("ec", "-in", curve.key().toString(), "-out", key.toString());
        assertEquals(
                TlsReason.KEY_FORM,
                reason(
                        assertThrows(
                                Refusal.class,
                                () -> new Issued(curve.certificate(), key).identity())));
    }

    private static TlsReason refusedAsTrust(Path file) {
        return reason(assertThrows(Refusal.class, () -> Trust.ofPem(file)));
    }
}
