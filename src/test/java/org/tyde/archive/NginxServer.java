package org.tyde.archive;

import org.tyde.Programs;
import org.tyde.tls.TestAuthority;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Debian's nginx before another server, on loopback, with its own configuration and folder; killed at the
/// end.
public final class NginxServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;

    private NginxServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// @param folder empty, for its files
    /// @param behind the port it passes requests on to
    /// @param shown its certificate
    /// @param more lines of the server's configuration
    /// @return a running server; the test is skipped where there is no nginx
    public static NginxServer start(
            Path folder, int behind, TestAuthority.Issued shown, String... more)
            throws IOException, InterruptedException {
        var program = Programs.require("nginx");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var file = Files.createDirectories(folder.resolve("tmp")).resolveSibling("nginx.conf");
        var user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Files.writeString(
                file,
                CONFIGURATION
                        .replace("USER", user)
                        .replace("FOLDER", folder.toAbsolutePath().toString())
                        .replace("PORT", String.valueOf(port))
                        .replace("BEHIND", String.valueOf(behind))
                        .replace("CERTIFICATE", shown.certificate().toString())
                        .replace("KEY", shown.key().toString())
                        .replace("MORE", String.join("\n", more)));
        var process =
                new ProcessBuilder(
                                program.toString(),
                                "-p",
                                folder.toString(),
                                "-e",
                                folder.resolve("error.log").toString(),
                                "-c",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        var server = new NginxServer(folder, port, process);
        server.waitUntilItListens();
        return server;
    }

    private static final String CONFIGURATION =
            """
            USER
            daemon off;
            worker_processes 1;
            pid FOLDER/pid;
            events { worker_connections 256; }
            http {
              log_format tyde '$server_protocol $status $connection $request_method '
                              '$sent_http_content_encoding $ssl_protocol $request_uri';
              access_log FOLDER/access.log tyde;
              client_body_temp_path FOLDER/tmp; proxy_temp_path FOLDER/tmp;
              fastcgi_temp_path FOLDER/tmp; uwsgi_temp_path FOLDER/tmp; scgi_temp_path FOLDER/tmp;
              gzip on; gzip_proxied any; gzip_min_length 100;
              gzip_types application/dicom+json application/json;
              client_max_body_size 1g;
              ssl_protocols TLSv1.2 TLSv1.3;
              server {
                listen 127.0.0.1:PORT ssl http2;
                server_name localhost;
                ssl_certificate CERTIFICATE;
                ssl_certificate_key KEY;
                location / {
                  proxy_pass http://127.0.0.1:BEHIND;
                  proxy_http_version 1.1;
                  proxy_set_header Host $http_host;
                  proxy_set_header X-Forwarded-Proto https;
                  proxy_buffering off;
                  proxy_request_buffering off;
                }
                MORE
              }
            }
            """;

    private void waitUntilItListens() throws IOException, InterruptedException {
        for (int i = 0; i < 500 && process.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        close();
        throw new IOException("nginx: " + Files.readString(folder.resolve("error.log")));
    }

    /// @param path such as `/dicom-web`
    /// @return its address there
    public String address(String path) {
        return "https://localhost:" + port + path;
    }

    /// @return its port on 127.0.0.1
    public int port() {
        return port;
    }

    /// What it noted of each answer: protocol, status, number of the connection, method, content encoding,
    /// TLS version, what was asked for.
    ///
    /// @return a line for each answer
    public List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("access.log"));
    }

    @Override
    public void close() throws IOException {
        process.destroy(); // the master ends its workers; killed, it would leave them behind
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
