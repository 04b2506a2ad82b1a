package org.tyde.dimse;

import org.tyde.Programs;
import org.tyde.dimse.upper.Peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One of DCMTK's servers on loopback, ended with the test. TCP_NODELAY=1, else each message waits 44 ms.
public final class Dcmtk implements AutoCloseable {
    private final Process process;
    private final int port;

    private Dcmtk(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public int port() {
        return port;
    }

    public Peer peer(String title) {
        return Peer.of("dcmtk", "127.0.0.1", port, title, "TYDE");
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public static Dcmtk start(String program, int port, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Programs.require(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("TCP_NODELAY", "1");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        for (int i = 0; i < 200; i++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Dcmtk(process, port);
            } catch (IOException notYet) {
                if (!process.isAlive()) break;
                Thread.sleep(25);
            }
        }
        process.destroyForcibly();
        throw new IOException(program + " does not listen");
    }

    /// A query/retrieve archive over a folder, which it fills by C-STORE. It knows us as TYDE.
    static Dcmtk archive(Path folder, int moveTo) throws Exception {
        var storage = Files.createDirectory(folder.resolve("DCMTK"));
        int port = freePort();
        var configuration =
                """
                NetworkTCPPort = %d
                MaxPDUSize = 131072
                MaxAssociations = 16
                HostTable BEGIN
                tyde = (TYDE, 127.0.0.1, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                DCMTK %s RW (200, 1024mb) ANY
                AETable END
                """
                        .formatted(port, moveTo, storage);
        var file = Files.writeString(folder.resolve("dcmqrscp.cfg"), configuration);
        return start("dcmqrscp", port, "--config", file.toString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
