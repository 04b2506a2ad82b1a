package org.tyde.dicomweb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// An archive that answers every request with the same bytes, whatever HTTP says, and closes the
/// connection.
final class RawArchive implements AutoCloseable {
    private final ServerSocket listening;
    private final AtomicInteger requests = new AtomicInteger();

    interface Behaviour {
        void answer(Socket socket) throws IOException, InterruptedException;
    }

    RawArchive(Behaviour behaviour) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(behaviour));
    }

    static RawArchive saying(String answer) throws IOException {
        return new RawArchive(
                socket ->
                        socket.getOutputStream()
                                .write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void accept(Behaviour behaviour) {
        try {
            while (true) {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> answer(socket, behaviour));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void answer(Socket socket, Behaviour behaviour) {
        try (socket) {
            var in = socket.getInputStream();
            int ends = 0;
            for (int c = in.read(); c >= 0 && ends < 4; ) {
                ends = c == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
                if (ends < 4) c = in.read();
            }
            requests.incrementAndGet();
            behaviour.answer(socket);
        } catch (IOException | InterruptedException broken) {
            // as the test wants
        }
    }

    String address() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/dicom-web";
    }

    int port() {
        return listening.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
