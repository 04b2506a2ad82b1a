package org.tyde.dicomweb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// How the server answers: JSON, multipart, a status with a word of explanation.
final class HttpAnswer {
    private HttpAnswer() {}

    /// A request that cannot be fulfilled.
    static final class Problem extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String what;

        Problem(int status, String what) {
            super(what);
            this.status = status;
            this.what = what;
        }

        String what() {
            return what;
        }

        int status() {
            return status;
        }
    }

    static void say(HttpExchange exchange, int status, String what) throws IOException {
        bytes(
                exchange,
                status,
                "text/plain; charset=utf-8",
                (what + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static void empty(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    static void json(HttpExchange exchange, int status, JsonNode content) throws IOException {
        var type =
                accepts(exchange, MediaType.DICOM_JSON)
                        ? MediaType.DICOM_JSON.essence()
                        : "application/json";
        bytes(exchange, status, type, new ObjectMapper().writeValueAsBytes(content));
    }

    static void multipart(HttpExchange exchange, int status, MultipartBody body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", body.type().toString());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length());
        try (var out = exchange.getResponseBody()) {
            body.writeTo(out);
        }
    }

    static void bytes(HttpExchange exchange, int status, String type, byte[] content)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
        if (head || content.length == 0) return;
        try (var out = exchange.getResponseBody()) {
            out.write(content);
        }
    }

    /// @return what the request accepts, `*/*` when it does not say
    static List<MediaType> accepted(HttpExchange exchange) {
        var parameter =
                Optional.ofNullable(exchange.getRequestURI().getQuery())
                        .filter(q -> q.startsWith("accept="))
                        .map(q -> q.substring("accept=".length()));
        var header =
                Optional.ofNullable(exchange.getRequestHeaders().get("Accept"))
                        .map(h -> String.join(",", h));
        return MediaType.accepted(parameter.or(() -> header).orElse("*/*"));
    }

    static boolean accepts(HttpExchange exchange, MediaType type) {
        return accepted(exchange).stream().anyMatch(m -> m.covers(type));
    }

    static void requireJsonAccepted(HttpExchange exchange) throws Problem {
        boolean fine =
                accepted(exchange).stream()
                        .anyMatch(
                                m ->
                                        m.covers(MediaType.DICOM_JSON)
                                                || m.essence().equals("application/json"));
        if (!fine) throw new Problem(406, "only application/dicom+json");
    }
}
