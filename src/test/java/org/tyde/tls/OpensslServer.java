package org.tyde.tls;

import org.tyde.Programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// OpenSSL's server, which speaks also what nobody should.
final class OpensslServer implements AutoCloseable {
    private final Process process;
    private final int port;

    private OpensslServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static OpensslServer start(TestAuthority.Issued shown, String... options) throws Exception {
        int port = freePort();
        var command =
                new ArrayList<>(
                        List.of(
                                Programs.require("openssl").toString(),
                                "s_server",
                                "-quiet",
                                "-accept",
                                "127.0.0.1:" + port,
                                "-cert",
                                shown.certificate().toString(),
                                "-key",
                                shown.key().toString()));
        command.addAll(List.of(options));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return new OpensslServer(process, port);
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        process.destroy();
        throw new IOException("openssl s_server does not listen");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
