package org.tyde.dicomweb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A small origin server (PS3.18) over [Holdings], on the loopback interface only: search, retrieve and
/// store under `/dicom-web`.
public final class DicomwebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DicomwebServer.class);
    private static final String PREFIX = "/dicom-web";
    private static final Pattern LOCAL = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");

    private final HttpServer http;
    private final SearchService search;
    private final RetrieveService retrieve;
    private final StoreService store;

    private DicomwebServer(HttpServer http, Holdings holdings) {
        this.http = http;
        var base = "http://127.0.0.1:" + http.getAddress().getPort() + PREFIX;
        search = new SearchService(holdings, base);
        retrieve = new RetrieveService(holdings, base);
        store = new StoreService(holdings, base);
    }

    /// @param name of the archive, for the sentences
    /// @param port 1 to 65535, or 0 for any free one
    /// @param holdings what it serves
    /// @param runner gives each request its thread
    /// @return the running server
    /// @throws Refusal when the port is taken
    public static DicomwebServer start(String name, int port, Holdings holdings, JobRunner runner)
            throws Refusal {
        try {
            var address =
                    new InetSocketAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            var http = HttpServer.create(address, 0);
            var server = new DicomwebServer(http, holdings);
            http.setExecutor(runner.executor());
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException taken) {
            throw new Refusal(DicomwebReason.NO_PORT, name, String.valueOf(port)).because(taken);
        }
    }

    /// @return the address of the service, for clients on this computer
    public URI base() {
        return URI.create("http://127.0.0.1:" + port() + PREFIX);
    }

    /// @return the port it listens on
    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            try {
                answer(exchange);
            } catch (HttpAnswer.Problem problem) {
                HttpAnswer.say(exchange, problem.status(), problem.what());
            } catch (Refusal refusal) {
                LOG.warn("a request failed: {}", refusal.reason().name());
                HttpAnswer.say(exchange, 500, refusal.reason().name());
            }
        } catch (IOException gone) {
            LOG.debug("a client went away");
        } catch (RuntimeException | Error bug) {
            LOG.error("a request failed", bug);
            throw bug;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        requireLocalHost(exchange);
        var path = path(exchange.getRequestURI());
        switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> get(exchange, path);
            case "POST" -> {
                boolean ofStudy = path.size() == 2;
                if (path.isEmpty() || path.size() > 2 || !path.getFirst().equals("studies"))
                    throw new HttpAnswer.Problem(404, "no such resource");
                store.answer(exchange, ofStudy ? Optional.of(path.get(1)) : Optional.empty());
            }
            default -> {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD, POST");
                throw new HttpAnswer.Problem(405, "not a method of this service");
            }
        }
    }

    /// A page in a browser may make its own name mean this computer; it cannot make it be this name.
    private static void requireLocalHost(HttpExchange exchange) throws HttpAnswer.Problem {
        var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
        if (!LOCAL.matcher(host).matches()) throw new HttpAnswer.Problem(403, "not this host");
    }

    /// The resources of PS3.18 Tables 10.1-1, 10.4.1-1 and 10.6.1-1.
    private void get(HttpExchange exchange, List<String> path) throws IOException {
        var shape = new ArrayList<String>();
        for (int i = 0; i < path.size(); i++) shape.add(i % 2 == 0 ? path.get(i) : "*");
        var none = Optional.<String>empty();
        switch (String.join("/", shape)) {
            case "studies" -> search.answer(exchange, QidoLevel.STUDY, none, none);
            case "series" -> search.answer(exchange, QidoLevel.SERIES, none, none);
            case "instances" -> search.answer(exchange, QidoLevel.INSTANCE, none, none);
            case "studies/*/series" -> search.answer(exchange, QidoLevel.SERIES, at(path, 1), none);
            case "studies/*/instances" ->
                    search.answer(exchange, QidoLevel.INSTANCE, at(path, 1), none);
            case "studies/*/series/*/instances" ->
                    search.answer(exchange, QidoLevel.INSTANCE, at(path, 1), at(path, 3));
            case "studies/*", "studies/*/series/*", "studies/*/series/*/instances/*" ->
                    retrieve.instances(exchange, path.get(1), at(path, 3), at(path, 5));
            case "studies/*/metadata",
                    "studies/*/series/*/metadata",
                    "studies/*/series/*/instances/*/metadata" ->
                    retrieve.metadata(
                            exchange,
                            path.get(1),
                            path.size() > 4 ? at(path, 3) : none,
                            path.size() > 6 ? at(path, 5) : none);
            case "studies/*/series/*/instances/*/frames/*" ->
                    retrieve.frames(exchange, path.get(1), path.get(3), path.get(5), path.get(7));
            case "studies/*/series/*/instances/*/bulkdata/*" ->
                    retrieve.bulk(exchange, path.get(1), path.get(3), path.get(5), path.get(7));
            default -> throw new HttpAnswer.Problem(404, "no such resource");
        }
    }

    private static Optional<String> at(List<String> path, int index) {
        return index < path.size() ? Optional.of(path.get(index)) : Optional.empty();
    }

    private static List<String> path(URI address) throws HttpAnswer.Problem {
        var raw = address.getRawPath();
        if (!raw.startsWith(PREFIX + "/")) throw new HttpAnswer.Problem(404, "no such resource");
        var segments = new ArrayList<String>();
        for (var segment : raw.substring(PREFIX.length() + 1).split("/"))
            segments.add(URLDecoder.decode(segment, StandardCharsets.UTF_8));
        return segments;
    }
}
