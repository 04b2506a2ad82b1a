package org.tyde.ui.settings;

import static org.tyde.ui.settings.NodeField.*;

import org.tyde.settings.ArchiveNode;
import org.tyde.settings.DimseAddress;
import org.tyde.settings.Login;
import org.tyde.settings.NodeLimits;
import org.tyde.settings.RetrieveMethod;
import org.tyde.settings.SecretRef;
import org.tyde.settings.TlsFiles;
import org.tyde.settings.WebAddress;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// An archive as it stands in the form.
///
/// @param typed the fields' text; what is not in it is empty
/// @param login how somebody logs in
/// @param dpop whether tokens are bound to a key
/// @param dimseTls whether the association is inside TLS
/// @param order of retrieval; empty: the usual one
/// @param before the archive that is edited, whose secrets stay where their fields stay empty
record NodeDraft(
        Map<NodeField, String> typed,
        LoginKind login,
        boolean dpop,
        boolean dimseTls,
        List<RetrieveMethod> order,
        Optional<ArchiveNode> before) {
    static final NodeDraft EMPTY =
            new NodeDraft(
                    new EnumMap<>(NodeField.class),
                    LoginKind.NONE,
                    false,
                    false,
                    List.of(),
                    Optional.empty());

    /// What the form means.
    sealed interface Read {
        /// @param node to be kept
        /// @param secrets to be written first, by name
        record Node(ArchiveNode node, Map<String, char[]> secrets) implements Read {}

        /// @param field that cannot be as it is
        record Wrong(NodeField field) implements Read {}
    }

    private static final class WrongField extends Exception {
        private static final long serialVersionUID = 1;
        private final NodeField field;

        WrongField(NodeField field) {
            super(field.name(), null, false, false);
            this.field = field;
        }
    }

    static NodeDraft of(ArchiveNode node) {
        var typed = new EnumMap<NodeField, String>(NodeField.class);
        typed.put(NAME, node.name());
        node.web()
                .ifPresent(
                        web -> {
                            typed.put(ADDRESS, web.base().toString());
                            web.proxy().ifPresent(proxy -> typed.put(PROXY, proxy.toString()));
                            login(web.login(), typed);
                        });
        node.dimse()
                .ifPresent(
                        dimse -> {
                            typed.put(HOST, dimse.host());
                            typed.put(PORT, String.valueOf(dimse.port()));
                            typed.put(TITLE, dimse.aeTitle());
                        });
        node.tls().trusted().ifPresent(file -> typed.put(TRUSTED, file.toString()));
        node.tls().keyStore().ifPresent(file -> typed.put(KEY_STORE, file.toString()));
        node.tls().password().ifPresent(ref -> typed.put(KEY_STORE_PASSWORD, shown(ref)));
        typed.put(PARALLEL, String.valueOf(node.limits().parallel()));
        typed.put(CONNECT, String.valueOf(node.limits().connect().toSeconds()));
        typed.put(ANSWER, String.valueOf(node.limits().answer().toSeconds()));
        typed.put(STALL, String.valueOf(node.limits().stall().toSeconds()));
        var login = node.web().map(WebAddress::login).orElse(Login.NONE);
        return new NodeDraft(
                typed,
                LoginKind.of(login),
                login instanceof Login.OpenId open && open.dpop(),
                node.dimse().filter(DimseAddress::tls).isPresent(),
                node.retrieve(),
                Optional.of(node));
    }

    private static void login(Login login, Map<NodeField, String> typed) {
        switch (login) {
            case Login.Nobody() -> {}
            case Login.Basic(var user, var password) -> {
                typed.put(USER, user);
                typed.put(PASSWORD, shown(password));
            }
            case Login.Bearer(var token) -> typed.put(TOKEN, shown(token));
            case Login.OpenId(var issuer, var client, var scopes, var _, var key) -> {
                typed.put(ISSUER, issuer.toString());
                typed.put(CLIENT, client);
                typed.put(SCOPE, String.join(" ", scopes));
                key.ifPresent(ref -> typed.put(CLIENT_KEY, shown(ref)));
            }
        }
    }

    /// A stored secret stays out of sight; a variable is no secret.
    private static String shown(SecretRef ref) {
        return ref instanceof SecretRef.Environment ? ref.toString() : "";
    }

    String text(NodeField field) {
        return typed.getOrDefault(field, "").strip();
    }

    /// @return whether a secret is kept for a field, so that it may stay empty
    boolean kept(NodeField field) {
        return refBefore(field).filter(SecretRef.Stored.class::isInstance).isPresent();
    }

    private Optional<SecretRef> refBefore(NodeField field) {
        if (before.isEmpty()) return Optional.empty();
        var login = before.get().web().map(WebAddress::login).orElse(Login.NONE);
        return switch (field) {
            case PASSWORD ->
                    login instanceof Login.Basic basic
                            ? Optional.of(basic.password())
                            : Optional.empty();
            case TOKEN ->
                    login instanceof Login.Bearer bearer
                            ? Optional.of(bearer.token())
                            : Optional.empty();
            case CLIENT_KEY ->
                    login instanceof Login.OpenId open ? open.clientKey() : Optional.empty();
            case KEY_STORE_PASSWORD -> before.get().tls().password();
            case NAME,
                    ADDRESS,
                    USER,
                    ISSUER,
                    CLIENT,
                    SCOPE,
                    PROXY,
                    HOST,
                    PORT,
                    TITLE,
                    TRUSTED,
                    KEY_STORE,
                    PARALLEL,
                    CONNECT,
                    ANSWER,
                    STALL ->
                    Optional.empty();
        };
    }

    /// @param taken names of other archives
    Read read(List<String> taken) {
        var secrets = new java.util.LinkedHashMap<String, char[]>();
        try {
            return new Read.Node(node(taken, secrets), secrets);
        } catch (WrongField wrong) {
            return new Read.Wrong(wrong.field);
        }
    }

    private ArchiveNode node(List<String> taken, Map<String, char[]> secrets) throws WrongField {
        if (text(NAME).isEmpty() || taken.contains(text(NAME))) throw new WrongField(NAME);
        var web =
                text(ADDRESS).isEmpty() ? Optional.<WebAddress>empty() : Optional.of(web(secrets));
        var dimse = dimse();
        if (web.isEmpty() && dimse.isEmpty()) throw new WrongField(ADDRESS);
        var password = secret(KEY_STORE_PASSWORD, secrets);
        var tls = new TlsFiles(path(TRUSTED), path(KEY_STORE), password);
        var limits =
                new NodeLimits(
                        whole(PARALLEL, 16, NodeLimits.USUAL.parallel()),
                        seconds(CONNECT, NodeLimits.USUAL.connect()),
                        seconds(ANSWER, NodeLimits.USUAL.answer()),
                        seconds(STALL, NodeLimits.USUAL.stall()));
        var usual = ArchiveNode.of(text(NAME), web, dimse);
        var possible = new ArrayList<>(order);
        possible.retainAll(usual.retrieve());
        return new ArchiveNode(
                text(NAME),
                web,
                dimse,
                tls,
                possible.isEmpty() ? usual.retrieve() : possible,
                limits);
    }

    private WebAddress web(Map<String, char[]> secrets) throws WrongField {
        var base = made(ADDRESS, () -> URI.create(text(ADDRESS)));
        if (base.getHost() == null) throw new WrongField(ADDRESS);
        made(ADDRESS, () -> new WebAddress(base, Login.NONE, Optional.empty()));
        var who = who(secrets);
        return made(
                PROXY,
                () ->
                        new WebAddress(
                                base,
                                who,
                                Optional.of(text(PROXY))
                                        .filter(proxy -> !proxy.isEmpty())
                                        .map(URI::create)));
    }

    private Login who(Map<String, char[]> secrets) throws WrongField {
        return switch (login) {
            case NONE -> Login.NONE;
            case BASIC -> {
                var password = needed(PASSWORD, secrets);
                yield made(USER, () -> new Login.Basic(text(USER), password));
            }
            case BEARER -> new Login.Bearer(needed(TOKEN, secrets));
            case OPENID -> {
                if (text(CLIENT).isEmpty()) throw new WrongField(CLIENT);
                var scopes =
                        List.of((text(SCOPE).isEmpty() ? "openid" : text(SCOPE)).split("\\s+"));
                if (!scopes.contains("openid")) throw new WrongField(SCOPE);
                var key = secret(CLIENT_KEY, secrets);
                yield made(
                        ISSUER,
                        () ->
                                new Login.OpenId(
                                        URI.create(text(ISSUER)), text(CLIENT), scopes, dpop, key));
            }
        };
    }

    private Optional<DimseAddress> dimse() throws WrongField {
        if (text(HOST).isEmpty() && text(TITLE).isEmpty() && text(PORT).isEmpty())
            return Optional.empty();
        if (text(HOST).isEmpty()) throw new WrongField(HOST);
        int port = whole(PORT, 65535, 0);
        if (port == 0) throw new WrongField(PORT);
        return Optional.of(
                made(TITLE, () -> new DimseAddress(text(HOST), port, text(TITLE), dimseTls)));
    }

    private static <T> T made(NodeField field, Supplier<T> maker) throws WrongField {
        try {
            return maker.get();
        } catch (IllegalArgumentException wrong) {
            throw new WrongField(field);
        }
    }

    private SecretRef needed(NodeField field, Map<String, char[]> secrets) throws WrongField {
        return secret(field, secrets).orElseThrow(() -> new WrongField(field));
    }

    /// A variable of the environment, a secret to be written, or what was kept before.
    private Optional<SecretRef> secret(NodeField field, Map<String, char[]> secrets)
            throws WrongField {
        var text = text(field);
        if (text.isEmpty()) return kept(field) ? refBefore(field) : Optional.empty();
        if (text.startsWith("env:")) return Optional.of(made(field, () -> SecretRef.parse(text)));
        var name = text(NAME) + " / " + field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        secrets.put(name, text.toCharArray());
        return Optional.of(new SecretRef.Stored(name));
    }

    private Optional<Path> path(NodeField field) throws WrongField {
        if (text(field).isEmpty()) return Optional.empty();
        return Optional.of(made(field, () -> Path.of(text(field))));
    }

    private int whole(NodeField field, int most, int usual) throws WrongField {
        if (text(field).isEmpty()) return usual;
        int value = made(field, () -> Integer.parseInt(text(field)));
        if (value < 1 || value > most) throw new WrongField(field);
        return value;
    }

    private Duration seconds(NodeField field, Duration usual) throws WrongField {
        return Duration.ofSeconds(whole(field, 3600, (int) usual.toSeconds()));
    }
}
