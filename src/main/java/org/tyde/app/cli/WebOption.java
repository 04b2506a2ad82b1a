package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.access.SignIns;
import org.tyde.app.house.HomeSecrets;
import org.tyde.archive.node.Nodes;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.Endpoint;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Login;
import org.tyde.settings.SecretRef;
import org.tyde.settings.SettingsFile;
import org.tyde.settings.TlsFiles;
import org.tyde.settings.WebAddress;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Whom to ask by DICOMweb, and who asks: an archive of the settings by its name, or an address. Secrets
/// are named, never given.
final class WebOption {
    @Mixin HomeOption home = new HomeOption();

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "URL",
            description = "Base of the service, or an archive of the settings by its name.")
    String url = "";

    @Option(names = "--user", paramLabel = "NAME", description = "With --password.")
    String user = "";

    @Option(
            names = "--password",
            paramLabel = "env:VARIABLE|secret:NAME",
            description = "Where the password lies.")
    String password = "";

    @Option(
            names = "--token",
            paramLabel = "env:VARIABLE|secret:NAME",
            description = "Where a bearer token lies.")
    String token = "";

    @Option(
            names = "--sign-in",
            paramLabel = "ISSUER",
            description = "Sign in through the browser (OpenID Connect), with --client.")
    String issuer = "";

    @Option(names = "--client", paramLabel = "ID", description = "As which Tyde is registered.")
    String client = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = ",",
            description = "Besides openid; several with commas.")
    List<String> scopes = List.of();

    @Option(names = "--dpop", description = "Tokens bound to a key (RFC 9449).")
    boolean dpop;

    @Option(
            names = "--client-key",
            paramLabel = "env:VARIABLE|secret:NAME",
            description = "Where a private JWK lies that Tyde proves itself with.")
    String clientKey = "";

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "Authorities to trust in place of the system's.")
    Optional<Path> trust = Optional.empty();

    @Option(
            names = "--key-store",
            paramLabel = "P12",
            description = "Our certificate and key, with --key-store-password.")
    Optional<Path> keyStore = Optional.empty();

    @Option(
            names = "--key-store-password",
            paramLabel = "env:VARIABLE|secret:NAME",
            description = "Where its password lies.")
    String keyStorePassword = "";

    @Option(names = "--proxy", paramLabel = "http://HOST:PORT", description = "To go through.")
    String proxy = "";

    /// What is done with a connection.
    interface Use {
        /// @param archive a connection
        /// @return the exit code
        int with(DicomwebClient archive) throws Exception;
    }

    /// @param use of a connection, which is closed after it
    /// @return its exit code
    int connected(Use use) throws Exception {
        var node = node();
        var secrets = HomeSecrets.of(home.open());
        try (var runner = new JobRunner(1);
                var signIns = new SignIns(secrets, runner)) {
            var endpoint = Nodes.endpoint(node, secrets, signIns);
            for (var person : signIns.people())
                signIns.ensure(
                        person,
                        address -> System.err.println("open in a browser: " + address),
                        JobContext.NONE);
            try (var archive = new DicomwebClient(endpoint, runner)) {
                return use.with(archive);
            }
        }
    }

    private ArchiveNode node() throws Refusal {
        for (var one : new SettingsFile(home.open()).read().settings().archives())
            if (one.name().equals(url) && one.web().isPresent()) return one;
        var base = Endpoint.of(url, url).base();
        try {
            var through = proxy.isEmpty() ? Optional.<URI>empty() : Optional.of(URI.create(proxy));
            var web = new WebAddress(base, login(), through);
            var plain = ArchiveNode.of(url, Optional.of(web), Optional.empty());
            var files = new TlsFiles(trust, keyStore, secret(keyStorePassword));
            return new ArchiveNode(
                    url, plain.web(), plain.dimse(), files, plain.retrieve(), plain.limits());
        } catch (IllegalArgumentException wrong) {
            var line = Objects.requireNonNull(spec).commandLine();
            throw new ParameterException(line, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Login login() {
        int ways = 0;
        for (var way : List.of(user, token, issuer)) if (!way.isEmpty()) ways++;
        if (ways > 1) throw new IllegalArgumentException("--user, --token or --sign-in");
        if (user.isEmpty() == !password.isEmpty())
            throw new IllegalArgumentException("--user and --password go together");
        if (issuer.isEmpty() == !client.isEmpty())
            throw new IllegalArgumentException("--sign-in and --client go together");
        if (!user.isEmpty()) return new Login.Basic(user, SecretRef.parse(password));
        if (!token.isEmpty()) return new Login.Bearer(SecretRef.parse(token));
        if (issuer.isEmpty()) return Login.NONE;
        var all = new ArrayList<>(List.of("openid"));
        all.addAll(scopes);
        return new Login.OpenId(URI.create(issuer), client, all, dpop, secret(clientKey));
    }

    private static Optional<SecretRef> secret(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(SecretRef.parse(text));
    }
}
