package org.tyde.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.tyde.Programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// A certificate authority for tests, made by OpenSSL in a folder of its own.
public final class TestAuthority {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String name;
    private final Issued own;

    /// A certificate and its key.
    ///
    /// @param certificate in PEM
    /// @param key in PEM, PKCS#8
    public record Issued(Path certificate, Path key) {
        /// @return both
        public Identity identity() throws IOException {
            return Identity.ofPem(certificate, key, () -> new char[0]);
        }
    }

    /// What is asked for.
    ///
    /// @param name file name and common name
    /// @param extensions lines of OpenSSL
    /// @param key algorithm as OpenSSL's `-newkey` takes it
    /// @param digest of the signature
    /// @param from first second
    /// @param until last second
    public record Wish(
            String name,
            List<String> extensions,
            String key,
            String digest,
            Duration from,
            Duration until) {
        /// @param name file name and common name
        /// @param alternative such as `DNS:localhost,IP:127.0.0.1`
        /// @return valid for a day, for servers and clients
        public static Wish of(String name, String alternative) {
            var extensions = new ArrayList<String>();
            extensions.add("basicConstraints=CA:FALSE");
            if (!alternative.isEmpty()) extensions.add("subjectAltName=" + alternative);
            return new Wish(
                    name, extensions, "ec", "sha256", Duration.ofHours(-1), Duration.ofDays(1));
        }

        /// @param one more line of OpenSSL
        /// @return with it
        public Wish with(String one) {
            var more = new ArrayList<>(extensions);
            more.removeIf(e -> e.startsWith(one.substring(0, one.indexOf('=') + 1)));
            more.add(one);
            return new Wish(name, more, key, digest, from, until);
        }

        /// @param other algorithm
        /// @return with it
        public Wish withKey(String other) {
            return new Wish(name, extensions, other, digest, from, until);
        }

        /// @param other of the signature
        /// @return with it
        public Wish withDigest(String other) {
            return new Wish(name, extensions, key, other, from, until);
        }

        /// @param first from now
        /// @param last from now
        /// @return valid between
        public Wish valid(Duration first, Duration last) {
            return new Wish(name, extensions, key, digest, first, last);
        }
    }

    private TestAuthority(Path folder, String name, Issued own) {
        this.folder = folder;
        this.name = name;
        this.own = own;
    }

    /// @return none yet
    public static TestAuthority none() {
        var nowhere = Path.of("");
        return new TestAuthority(nowhere, "", new Issued(nowhere, nowhere));
    }

    /// @param folder for its files
    /// @param name of it
    /// @return an authority that vouches for itself
    public static TestAuthority in(Path folder, String name) throws Exception {
        return in(folder, name, Duration.ofDays(2));
    }

    /// @param folder for its files
    /// @param name of it
    /// @param until it is valid
    /// @return an authority that vouches for itself
    public static TestAuthority in(Path folder, String name, Duration until) throws Exception {
        var wish =
                Wish.of(name, "")
                        .with("basicConstraints=critical,CA:TRUE")
                        .with("keyUsage=critical,keyCertSign,cRLSign")
                        .valid(Duration.ofDays(-3), until);
        var authority =
                new TestAuthority(
                        folder,
                        name,
                        new Issued(folder.resolve(name + ".pem"), folder.resolve(name + ".key")));
        authority.prepare();
        authority.request(wish);
        authority.sign(wish, true);
        return authority;
    }

    /// @return an authority that this one vouches for
    public TestAuthority intermediate(String called) throws Exception {
        var issued =
                issue(
                        Wish.of(called, "")
                                .with("basicConstraints=critical,CA:TRUE")
                                .with("keyUsage=critical,keyCertSign,cRLSign"));
        var authority = new TestAuthority(folder, called, issued);
        authority.prepare();
        return authority;
    }

    /// @return a leaf, used as if it were an authority
    public TestAuthority pretending(Issued leaf, String called) throws Exception {
        var authority = new TestAuthority(folder, called, leaf);
        authority.prepare();
        return authority;
    }

    /// @return its certificate
    public Path certificate() {
        return own.certificate();
    }

    /// @return it alone
    public Trust trust() throws IOException {
        return Trust.ofPem(certificate());
    }

    /// @param wish what is asked for
    /// @return the certificate with the key made for it
    public Issued issue(Wish wish) throws Exception {
        request(wish);
        return sign(wish, false);
    }

    /// @return the leaf's certificate followed by that of this authority
    public Issued withChain(Issued leaf) throws IOException {
        var chain = folder.resolve(leaf.certificate().getFileName() + "-chain");
        Files.writeString(
                chain, Files.readString(leaf.certificate()) + Files.readString(certificate()));
        return new Issued(chain, leaf.key());
    }

    /// @param issued no longer valid
    public void revoke(Issued issued) throws Exception {
        openssl("ca", "-config", config(), "-revoke", issued.certificate().toString());
    }

    /// @param days the list is valid
    /// @return the list of certificates called back
    public Path revocations(String days) throws Exception {
        var file = folder.resolve(name + "-" + days + ".crl");
        openssl("ca", "-config", config(), "-gencrl", "-crlsec", days, "-out", file.toString());
        return file;
    }

    private void prepare() throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), "");
        Files.writeString(folder.resolve(name + ".txt.attr"), "unique_subject = no\n");
        Files.writeString(
                folder.resolve(name + ".serial"), "%08X".formatted(name.hashCode() | 0x1000_0000));
        Files.writeString(
                folder.resolve(name + ".cnf"),
                """
                [ca]
                default_ca = a
                [a]
                database = FOLDER/NAME.txt
                serial = FOLDER/NAME.serial
                new_certs_dir = FOLDER
                certificate = CERTIFICATE
                private_key = KEY
                default_md = sha256
                policy = any
                [any]
                commonName = supplied
                """
                        .replace("FOLDER", folder.toString())
                        .replace("NAME", name)
                        .replace("CERTIFICATE", own.certificate().toString())
                        .replace("KEY", own.key().toString()));
    }

    private String config() {
        return folder.resolve(name + ".cnf").toString();
    }

    private void request(Wish wish) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                "req",
                                "-new",
                                "-nodes",
                                "-subj",
                                "/CN=" + wish.name(),
                                "-newkey",
                                wish.key()));
        if (wish.key().equals("ec")) command.addAll(List.of("-pkeyopt", "ec_paramgen_curve:P-256"));
        command.addAll(
                List.of(
                        "-keyout",
                        folder.resolve(wish.name() + ".key").toString(),
                        "-out",
                        folder.resolve(wish.name() + ".csr").toString()));
        openssl(command.toArray(String[]::new));
    }

    private Issued sign(Wish wish, boolean self) throws Exception {
        var extensions = folder.resolve(wish.name() + ".ext");
        Files.writeString(extensions, String.join("\n", wish.extensions()) + "\n");
        var certificate = folder.resolve(wish.name() + ".pem");
        var now = Instant.now();
        var command =
                new ArrayList<>(
                        List.of(
                                "ca",
                                "-batch",
                                "-notext",
                                "-config",
                                config(),
                                "-md",
                                wish.digest(),
                                "-startdate",
                                TIME.format(now.plus(wish.from())),
                                "-enddate",
                                TIME.format(now.plus(wish.until())),
                                "-extfile",
                                extensions.toString(),
                                "-in",
                                folder.resolve(wish.name() + ".csr").toString(),
                                "-out",
                                certificate.toString()));
        if (self) command.add("-selfsign");
        openssl(command.toArray(String[]::new));
        return new Issued(certificate, folder.resolve(wish.name() + ".key"));
    }

    static void openssl(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Programs.require("openssl").toString()));
        command.addAll(List.of(arguments));
        var said = Programs.run(command.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said.text());
    }
}
