package org.tyde.dicomweb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// An archive that answers as a test says.
final class FaultyArchive implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();

    interface Behaviour {
        void answer(HttpExchange exchange, int request) throws IOException, InterruptedException;
    }

    interface Reading {
        void answer(HttpExchange exchange, String body, int request)
                throws IOException, InterruptedException;
    }

    FaultyArchive(Behaviour behaviour) throws IOException {
        this((exchange, _, request) -> behaviour.answer(exchange, request));
    }

    FaultyArchive(Reading behaviour) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var body = exchange.getRequestBody().readAllBytes();
                        var text = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1);
                        behaviour.answer(exchange, text, requests.incrementAndGet());
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        http.start();
    }

    static FaultyArchive saying(int status, String type, String body) throws IOException {
        return new FaultyArchive((exchange, _) -> say(exchange, status, type, body));
    }

    static void say(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        var bytes = body.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        if (!type.isEmpty()) exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/dicom-web";
    }

    int port() {
        return http.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
