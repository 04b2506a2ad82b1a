package org.tyde.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/// Archives and the workstation's own network identity as they stand in `tyde.json`.
final class NodeJson {
    private static final Set<String> NODE =
            Set.of(
                    "name",
                    "dicomWeb",
                    "login",
                    "proxy",
                    "dimse",
                    "tls",
                    "retrieve",
                    "parallel",
                    "connectSeconds",
                    "answerSeconds",
                    "stallSeconds");
    private static final Set<String> DIMSE = Set.of("host", "port", "aeTitle", "tls");
    private static final Set<String> TLS = Set.of("trusted", "keyStore", "password");
    private static final Set<String> STATION =
            Set.of("aeTitle", "port", "onlyTls", "tls", "senders");

    private NodeJson() {}

    /// @param unknown told each key that means nothing
    /// @throws IllegalArgumentException for a value that cannot be
    static List<ArchiveNode> read(JsonNode list, Consumer<String> unknown) {
        var nodes = new ArrayList<ArchiveNode>();
        var names = new java.util.HashSet<String>();
        for (var node : list) {
            keys(node, NODE, unknown);
            var read = node(node, unknown);
            if (!names.add(read.name()))
                throw new IllegalArgumentException("two archives named " + read.name());
            nodes.add(read);
        }
        return nodes;
    }

    private static void keys(JsonNode object, Set<String> known, Consumer<String> unknown) {
        if (!object.isObject()) throw new IllegalArgumentException("not an object: " + object);
        object.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!known.contains(key)) unknown.accept(key);
                        });
    }

    private static ArchiveNode node(JsonNode node, Consumer<String> unknown) {
        var web =
                text(node, "dicomWeb")
                        .map(
                                base ->
                                        new WebAddress(
                                                URI.create(base),
                                                login(node.path("login"), unknown),
                                                text(node, "proxy").map(URI::create)));
        if (web.isEmpty() && (node.has("login") || node.has("proxy")))
            throw new IllegalArgumentException("login and proxy are for dicomWeb");
        var dimse =
                node.has("dimse")
                        ? Optional.of(dimse(node.get("dimse"), unknown))
                        : Optional.<DimseAddress>empty();
        var usual = NodeLimits.USUAL;
        return new ArchiveNode(
                required(node, "name"),
                web,
                dimse,
                tls(node, unknown),
                retrieve(node, web.isPresent(), dimse.isPresent()),
                new NodeLimits(
                        whole(node, "parallel").orElse(usual.parallel()),
                        seconds(node, "connectSeconds", usual.connect()),
                        seconds(node, "answerSeconds", usual.answer()),
                        seconds(node, "stallSeconds", usual.stall())));
    }

    private static DimseAddress dimse(JsonNode json, Consumer<String> unknown) {
        keys(json, DIMSE, unknown);
        return new DimseAddress(
                required(json, "host"),
                whole(json, "port")
                        .orElseThrow(() -> new IllegalArgumentException("dimse without port")),
                required(json, "aeTitle"),
                truth(json, "tls"));
    }

    private static List<RetrieveMethod> retrieve(JsonNode node, boolean web, boolean dimse) {
        if (!node.has("retrieve")) return ArchiveNode.usualOrder(web, dimse);
        var order = new ArrayList<RetrieveMethod>();
        for (var one : node.get("retrieve"))
            order.add(RetrieveMethod.valueOf(one.asText().replace('-', '_')));
        return order;
    }

    private static TlsFiles tls(JsonNode node, Consumer<String> unknown) {
        if (!node.has("tls")) return TlsFiles.USUAL;
        var json = node.get("tls");
        keys(json, TLS, unknown);
        return new TlsFiles(
                text(json, "trusted").map(Path::of),
                text(json, "keyStore").map(Path::of),
                text(json, "password").map(SecretRef::parse));
    }

    private static Login login(JsonNode json, Consumer<String> unknown) {
        if (json.isMissingNode()) return Login.NONE;
        var kind = required(json, "kind");
        return switch (kind) {
            case "basic" -> {
                keys(json, Set.of("kind", "user", "password"), unknown);
                yield new Login.Basic(
                        required(json, "user"), SecretRef.parse(required(json, "password")));
            }
            case "bearer" -> {
                keys(json, Set.of("kind", "token"), unknown);
                yield new Login.Bearer(SecretRef.parse(required(json, "token")));
            }
            case "openid" -> {
                keys(
                        json,
                        Set.of("kind", "issuer", "clientId", "scope", "dpop", "clientKey"),
                        unknown);
                yield new Login.OpenId(
                        URI.create(required(json, "issuer")),
                        required(json, "clientId"),
                        List.of(text(json, "scope").orElse("openid").strip().split("\\s+")),
                        truth(json, "dpop"),
                        text(json, "clientKey").map(SecretRef::parse));
            }
            default ->
                    throw new IllegalArgumentException(
                            "a login is basic, bearer or openid, not " + kind);
        };
    }

    static Station station(JsonNode json, Consumer<String> unknown) {
        keys(json, STATION, unknown);
        var port = whole(json, "port");
        var senders = new ArrayList<String>();
        for (var sender : json.path("senders")) senders.add(sender.asText());
        return new Station(
                text(json, "aeTitle").orElse(Station.USUAL.aeTitle()),
                port.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                truth(json, "onlyTls"),
                tls(json, unknown),
                senders);
    }

    static void write(ArrayNode list, List<ArchiveNode> nodes) {
        for (var node : nodes) write(list.addObject(), node);
    }

    private static void write(ObjectNode json, ArchiveNode node) {
        json.put("name", node.name());
        node.web().ifPresent(web -> write(json, web));
        node.dimse()
                .ifPresent(
                        d -> {
                            var dimse =
                                    json.putObject("dimse")
                                            .put("host", d.host())
                                            .put("port", d.port())
                                            .put("aeTitle", d.aeTitle());
                            if (d.tls()) dimse.put("tls", true);
                        });
        write(json, node.tls());
        var usual = ArchiveNode.usualOrder(node.web().isPresent(), node.dimse().isPresent());
        if (!node.retrieve().equals(usual)) {
            var order = json.putArray("retrieve");
            for (var method : node.retrieve()) order.add(method.name().replace('_', '-'));
        }
        var limits = node.limits();
        if (limits.parallel() != NodeLimits.USUAL.parallel())
            json.put("parallel", limits.parallel());
        write(json, "connectSeconds", limits.connect(), NodeLimits.USUAL.connect());
        write(json, "answerSeconds", limits.answer(), NodeLimits.USUAL.answer());
        write(json, "stallSeconds", limits.stall(), NodeLimits.USUAL.stall());
    }

    private static void write(ObjectNode json, WebAddress web) {
        json.put("dicomWeb", web.base().toString());
        switch (web.login()) {
            case Login.Nobody() -> {}
            case Login.Basic(var user, var password) ->
                    json.putObject("login")
                            .put("kind", "basic")
                            .put("user", user)
                            .put("password", password.toString());
            case Login.Bearer(var token) ->
                    json.putObject("login").put("kind", "bearer").put("token", token.toString());
            case Login.OpenId(var issuer, var client, var scopes, var dpop, var key) -> {
                var login =
                        json.putObject("login")
                                .put("kind", "openid")
                                .put("issuer", issuer.toString())
                                .put("clientId", client)
                                .put("scope", String.join(" ", scopes));
                if (dpop) login.put("dpop", true);
                key.ifPresent(k -> login.put("clientKey", k.toString()));
            }
        }
        web.proxy().ifPresent(proxy -> json.put("proxy", proxy.toString()));
    }

    private static void write(ObjectNode json, TlsFiles tls) {
        if (tls.equals(TlsFiles.USUAL)) return;
        var object = json.putObject("tls");
        tls.trusted().ifPresent(file -> object.put("trusted", file.toString()));
        tls.keyStore().ifPresent(file -> object.put("keyStore", file.toString()));
        tls.password().ifPresent(secret -> object.put("password", secret.toString()));
    }

    private static void write(ObjectNode json, String key, Duration wait, Duration usual) {
        if (!wait.equals(usual)) json.put(key, wait.toSeconds());
    }

    static void write(ObjectNode json, Station station) {
        json.put("aeTitle", station.aeTitle());
        station.port().ifPresent(port -> json.put("port", port));
        if (station.tls()) json.put("onlyTls", true);
        write(json, station.identity());
        if (station.senders().isEmpty()) return;
        var senders = json.putArray("senders");
        station.senders().forEach(senders::add);
    }

    private static Optional<String> text(JsonNode json, String key) {
        if (!json.has(key)) return Optional.empty();
        var value = json.get(key);
        if (!value.isTextual()) throw new IllegalArgumentException(key + " is not a text");
        return Optional.of(value.asText().strip());
    }

    private static String required(JsonNode json, String key) {
        return text(json, key)
                .filter(t -> !t.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private static Optional<Integer> whole(JsonNode json, String key) {
        if (!json.has(key)) return Optional.empty();
        var value = json.get(key);
        if (!value.isInt()) throw new IllegalArgumentException(key + " is not a whole number");
        return Optional.of(value.asInt());
    }

    private static Duration seconds(JsonNode json, String key, Duration usual) {
        return whole(json, key).map(Duration::ofSeconds).orElse(usual);
    }

    private static boolean truth(JsonNode json, String key) {
        if (!json.has(key)) return false;
        var value = json.get(key);
        if (!value.isBoolean()) throw new IllegalArgumentException(key + " is not true or false");
        return value.asBoolean();
    }
}
