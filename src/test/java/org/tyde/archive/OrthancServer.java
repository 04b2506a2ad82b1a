package org.tyde.archive;

import org.junit.jupiter.api.Assumptions;
import org.tyde.Programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Debian's Orthanc with its DICOMweb plug-in, on loopback, on free ports, with its own folder; killed at
/// the end.
public final class OrthancServer implements AutoCloseable {
    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int httpPort;
    private final int dicomPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private OrthancServer(Path folder) throws IOException {
        this.folder = folder;
        try (var one = new ServerSocket(0);
                var other = new ServerSocket(0)) {
            httpPort = one.getLocalPort();
            dicomPort = other.getLocalPort();
        }
        process = begin();
    }

    /// @param folder empty, for its database and files
    /// @return a running server that answers; the test is skipped where there is no Orthanc
    public static OrthancServer start(Path folder) throws IOException, InterruptedException {
        Programs.require("Orthanc");
        Assumptions.assumeTrue(
                Files.exists(PLUGIN),
                "skipped: needs orthanc-dicomweb (apt-get install orthanc-dicomweb)");
        var server = new OrthancServer(folder);
        server.waitUntilItAnswers();
        return server;
    }

    private Process begin() throws IOException {
        var program = Programs.require("Orthanc");
        var settings = Files.createDirectories(folder).resolve("orthanc.json");
        Files.writeString(
                settings,
                """
                {"Name": "test", "StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db",
                 "StorageCompression": false, "Plugins": ["%2$s"],
                 "HttpServerEnabled": true, "HttpPort": %3$d, "HttpBindAddresses": ["127.0.0.1"],
                 "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                 "DicomServerEnabled": true, "DicomAet": "ORTHANC", "DicomPort": %4$d,
                 "DicomCheckCalledAet": false, "TcpNoDelay": true, "KeepAlive": true,
                 "DicomAlwaysAllowEcho": true, "DicomAlwaysAllowStore": true,
                 "DicomAlwaysAllowFind": true, "DicomAlwaysAllowGet": true,
                 "OverwriteInstances": false,
                 "DicomWeb": {"Enable": true, "Root": "/dicom-web/", "StudiesMetadata": "Full",
                              "SeriesMetadata": "Full"}}
                """
                        .formatted(folder.toAbsolutePath(), PLUGIN, httpPort, dicomPort));
        var builder = new ProcessBuilder(program.toString(), settings.toString());
        builder.environment().put("TCP_NODELAY", "1");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        return builder.start();
    }

    private void waitUntilItAnswers() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        var request = HttpRequest.newBuilder(URI.create(rest() + "/system")).build();
        while (System.nanoTime() < until) {
            if (!process.isAlive())
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("Orthanc does not answer");
    }

    /// @return the base of its DICOMweb service
    public URI dicomWeb() {
        return URI.create(rest() + "/dicom-web");
    }

    /// @return the base of its own REST service
    public String rest() {
        return "http://127.0.0.1:" + httpPort;
    }

    /// @return the port it speaks DIMSE on, AE title ORTHANC
    public int dicomPort() {
        return dicomPort;
    }

    /// Stores one file by its own REST service, without our code.
    ///
    /// @param file an instance in PS3.10 form
    /// @return whether it took it
    public boolean load(Path file) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(rest() + "/instances"))
                        .POST(BodyPublishers.ofFile(file))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException oldConnection) {
            if (!process.isAlive()) throw new IOException("Orthanc died of " + file, oldConnection);
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    /// Kills it where it stands.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /// Starts it again on the same ports and folder.
    public void restart() throws IOException, InterruptedException {
        kill();
        process = begin();
        waitUntilItAnswers();
    }

    @Override
    public void close() {
        try {
            kill();
            http.shutdownNow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }
}
