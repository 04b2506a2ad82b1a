package org.tyde.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;
import org.tyde.settings.SecretRef;
import org.tyde.settings.SettingsReason;
import org.tyde.settings.WebAddress;
import org.tyde.work.JobRunner;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SignInsTest {
    private static final URI BASE = URI.create("https://archive.example/dicom-web");
    private final KeptInMemory store = new KeptInMemory();

    private static WebAddress address(Login login) {
        return new WebAddress(BASE, login, Optional.empty());
    }

    private static Login.OpenId openId(String client, Optional<SecretRef> key) {
        var issuer = URI.create("https://sign-in.example");
        return new Login.OpenId(issuer, client, List.of("openid"), true, key);
    }

    @Test
    void everyLoginOfTheSettingsHasItsCredentials() throws Exception {
        store.write("archive", "open sesame".toCharArray());
        var stored = new SecretRef.Stored("archive");
        try (var runner = new JobRunner(1);
                var signIns = new SignIns(store, runner)) {
            assertSame(Credentials.NONE, signIns.of(address(Login.NONE), Optional.empty()));
            var basic = signIns.of(address(new Login.Basic("Aladdin", stored)), Optional.empty());
            assertEquals(
                    Map.of("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
                    basic.headers("GET", BASE));
            var bearer = signIns.of(address(new Login.Bearer(stored)), Optional.empty());
            assertEquals(
                    Map.of("Authorization", "Bearer open sesame"), bearer.headers("GET", BASE));
            assertEquals(0, signIns.people().size());
        }
    }

    @Test
    void archivesOfOneServiceShareASignIn() throws Exception {
        try (var runner = new JobRunner(1);
                var signIns = new SignIns(store, runner)) {
            var one = signIns.of(address(openId("a", Optional.empty())), Optional.empty());
            var other = signIns.of(address(openId("a", Optional.empty())), Optional.empty());
            var third = signIns.of(address(openId("b", Optional.empty())), Optional.empty());
            assertSame(one, other);
            assertNotSame(one, third);
            assertEquals(2, signIns.people().size());
        }
    }

    @Test
    void aSecretThatIsNotThereIsSaidWhenItIsNeeded() throws Exception {
        var absent = new SecretRef.Stored("absent");
        try (var runner = new JobRunner(1);
                var signIns = new SignIns(store, runner)) {
            var basic = signIns.of(address(new Login.Basic("me", absent)), Optional.empty());
            var refusal = assertThrows(Refusal.class, () -> basic.headers("GET", BASE));
            assertEquals(SettingsReason.NO_SECRET, refusal.reason());
            var open = address(openId("a", Optional.of(absent)));
            assertThrows(Refusal.class, () -> signIns.of(open, Optional.empty()));
        }
    }
}
