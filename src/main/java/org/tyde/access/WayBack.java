package org.tyde.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The door on loopback that the browser comes back through (RFC 8252 7.3): open for one sign-in, on a
/// port of the system's choice.
final class WayBack implements AutoCloseable {
    private static final String PATH = "/signed-in";
    private static final Duration LOOK = Duration.ofMillis(200);

    private final HttpServer http;
    private final BlockingQueue<URI> came = new LinkedBlockingQueue<>();
    private final Predicate<URI> good;
    private final Locale locale;

    /// @param service for the sentence
    /// @param runner waits for the browser
    /// @param good whether an answer is a sign-in, for the page that the person sees
    /// @param locale of that page
    WayBack(String service, JobRunner runner, Predicate<URI> good, Locale locale) throws Refusal {
        this.good = good;
        this.locale = locale;
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            http = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        } catch (IOException taken) {
            throw new Refusal(AccessReason.NO_WAY_BACK, service).because(taken);
        }
        http.setExecutor(runner.executor());
        http.createContext("/", this::answer);
        http.start();
    }

    /// @return the address that the browser is sent to
    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + PATH);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestURI();
            boolean here =
                    exchange.getRequestMethod().equals("GET")
                            && asked.getPath().equals(PATH)
                            && asked.getRawQuery() != null;
            if (!here) { // such as the picture for the tab
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var whole = URI.create(address() + "?" + asked.getRawQuery());
            var key = good.test(whole) ? "signedIn" : "notSignedIn";
            var text = Sentences.text(AccessReason.class, key, locale);
            var page =
                    ("<!doctype html><meta charset=utf-8><title>Tyde</title><p>" + text)
                            .getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", "default-src 'none'");
            headers.set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close(); // the person sees the page before the door is shut
            came.add(whole);
        }
    }

    /// @param longest wait
    /// @param job who waits
    /// @return the address that the browser came back to, with its query; the first one counts
    /// @throws Refusal when nobody came
    URI await(String service, Duration longest, JobContext job) throws Refusal {
        long until = System.nanoTime() + longest.toNanos();
        try {
            while (System.nanoTime() < until) {
                job.checkpoint();
                var one = came.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (one != null) return one;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        throw new Refusal(AccessReason.NOT_IN_TIME, service, longest.toMinutes());
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
