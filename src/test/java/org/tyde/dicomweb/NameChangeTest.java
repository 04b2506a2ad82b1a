package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.TestJvm;
import org.tyde.dicom.Tag;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// An archive whose name leads to another machine from now on, in a JVM that reads names from a file and
/// believes them for a second (the JDK's own 30 otherwise).
class NameChangeTest {
    @Test
    void anArchiveThatMovesToAnotherAddressIsFoundThere(@TempDir Path folder) throws Exception {
        var hosts = folder.resolve("hosts");
        var options = List.of("-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.ttl=1");
        var command = TestJvm.command(options, Moving.class.getName(), hosts.toString());
        var child =
                new ProcessBuilder(command.line())
                        .redirectError(folder.resolve("log").toFile())
                        .start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), () -> said);
        assertEquals("1.1\n1.2\n", said);
    }

    /// Asks, moves the name, and asks again.
    static final class Moving {
        public static void main(String[] arguments) throws Exception {
            var hosts = Path.of(arguments[0]);
            name(hosts, 1);
            var first = server(1, 0);
            int port = first.getAddress().getPort();
            var second = server(2, port);
            try (var runner = new JobRunner(1);
                    var client =
                            new DicomwebClient(
                                    Endpoint.of("test", "http://archive.example:" + port)
                                            .patient(Duration.ofSeconds(5)),
                                    runner)) {
                ask(client);
                name(hosts, 2);
                first.stop(0);
                Thread.sleep(1500);
                ask(client);
            }
            second.stop(0);
            System.exit(0);
        }

        private static void name(Path hosts, int machine) throws Exception {
            Files.writeString(hosts, "127.0.0." + machine + " archive.example\n");
        }

        private static void ask(DicomwebClient client) throws Exception {
            for (var one : client.qido().studies(QidoQuery.ALL, JobContext.NONE))
                System.out.println(one.textOr(Tag.STUDY_INSTANCE_UID, "?"));
        }

        private static HttpServer server(int machine, int port) throws Exception {
            var address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) machine});
            var server = HttpServer.create(new InetSocketAddress(address, port), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        try (exchange) {
                            FaultyArchive.say(
                                    exchange,
                                    200,
                                    "application/dicom+json",
                                    "[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1."
                                            + machine
                                            + "\"]}}]");
                        }
                    });
            server.start();
            return server;
        }
    }
}
