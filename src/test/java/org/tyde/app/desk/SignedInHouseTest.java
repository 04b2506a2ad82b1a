package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.access.AccessReason;
import org.tyde.access.KeptInMemory;
import org.tyde.access.Person;
import org.tyde.access.TokenServer;
import org.tyde.app.house.House;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.TestStudies;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Login;
import org.tyde.settings.Settings;
import org.tyde.settings.TydeHome;
import org.tyde.settings.WebAddress;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The workstation's own wiring before an archive that asks who asks: sign-in through the browser (code flow,
/// PKCE, DPoP), a list, a fetch in whose middle the token ends, sign-out.
@Timeout(120)
class SignedInHouseTest {
    @TempDir Path folder;

    /// An archive behind a door that lets nobody in without a token and its proof.
    private static final class Door implements AutoCloseable {
        private final TokenServer tokens;
        private final URI behind;
        private final HttpServer server;
        private final HttpClient http = HttpClient.newHttpClient();
        private final AtomicInteger fetches = new AtomicInteger();
        private final AtomicInteger turnedAway = new AtomicInteger();

        Door(TokenServer tokens, URI behind) throws IOException {
            this.tokens = tokens;
            this.behind = behind;
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        }

        URI address() {
            return URI.create(
                    "http://127.0.0.1:" + server.getAddress().getPort() + behind.getPath());
        }

        private void answer(HttpExchange exchange) throws IOException {
            var path = exchange.getRequestURI().toString();
            var accept = exchange.getRequestHeaders().getFirst("Accept");
            boolean pictures = accept != null && accept.contains("multipart");
            // the token ends when the second part of the study is asked for
            if (pictures && fetches.incrementAndGet() == 2) tokens.revokeAccess();
            if (!tokens.admits(exchange)) {
                turnedAway.incrementAndGet();
                return;
            }
            try {
                var request =
                        HttpRequest.newBuilder(behind.resolve(path))
                                .header("Accept", accept)
                                .build();
                var got = http.send(request, BodyHandlers.ofByteArray());
                got.headers()
                        .firstValue("Content-Type")
                        .ifPresent(t -> exchange.getResponseHeaders().set("Content-Type", t));
                var body = got.body();
                exchange.sendResponseHeaders(got.statusCode(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            server.stop(0);
            http.close();
        }
    }

    @Test
    void aPersonSignsInReadsThroughTheEndOfATokenAndSignsOut() throws Exception {
        var study =
                TestStudies.ct(
                        PersonName.of("Test", "Tone"),
                        "1",
                        LocalDate.of(2026, 1, 1),
                        "CHEST",
                        4,
                        10,
                        16);
        try (var tokens = new TokenServer();
                var runner = new JobRunner();
                var archive = new EmbeddedArchive(folder.resolve("archive"))) {
            tokens.dpop = true;
            for (var one : study.instances()) archive.put(one, TransferSyntax.EXPLICIT_LITTLE);
            try (var door = new Door(tokens, archive.serve(0, runner).base())) {
                var login =
                        new Login.OpenId(
                                tokens.issuer(),
                                TokenServer.CLIENT,
                                List.of("openid"),
                                true,
                                Optional.empty());
                var address = new WebAddress(door.address(), login, Optional.empty());
                var node = ArchiveNode.of("region", Optional.of(address), Optional.empty());
                var settings = Settings.DEFAULTS.withArchives(List.of(node));
                var home = TydeHome.at(folder.resolve("home")).create();
                try (var house = House.open(home, settings, new KeptInMemory(), runner)) {
                    var refusal = assertThrows(Refusal.class, () -> house.rows(StudyQuery.ANY));
                    assertEquals(AccessReason.NOT_SIGNED_IN, refusal.reason());
                    house.signIn(tokens.person());
                    until(() -> house.signedIn().stream().anyMatch(s -> s.signedIn()));
                    assertEquals(
                            Optional.of("Ada Prøve"),
                            house.signedIn().getFirst().person().flatMap(Person::name));
                    assertEquals(1, house.rows(StudyQuery.ANY).size());
                    var end = house.archive().retrieve(study.studyUid()).job().await();
                    assertTrue(end.complete(), end.toString());
                    assertEquals(40, end.received());
                    assertTrue(door.turnedAway.get() >= 1, "the token ended in the middle");
                    assertEquals(1, tokens.renewals.get());
                    house.signOut();
                    until(() -> house.signedIn().stream().noneMatch(s -> s.signedIn()));
                    refusal = assertThrows(Refusal.class, () -> house.rows(StudyQuery.ANY));
                    assertEquals(AccessReason.NOT_SIGNED_IN, refusal.reason());
                }
            }
        }
    }

    private static void until(java.util.concurrent.Callable<Boolean> fact) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!fact.call()) {
            assertTrue(System.nanoTime() < end, "never came true");
            Thread.sleep(10);
        }
    }
}
