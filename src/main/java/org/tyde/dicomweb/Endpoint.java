package org.tyde.dicomweb;

import org.tyde.access.Credentials;
import org.tyde.refusal.Refusal;
import org.tyde.tls.TlsClient;
import org.tyde.tls.Trust;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where a DICOMweb archive is, how it is reached, and how long we wait for it.
///
/// @param name what people call it; in every sentence about it
/// @param base such as `http://127.0.0.1:8042/dicom-web`, without a slash at the end
/// @param connect longest wait for a connection
/// @param answer longest wait for the head of an answer
/// @param stall longest silence within an answer
/// @param credentials says who asks, with each request
/// @param proxy that requests go through, empty for the system's choice
/// @param tls whom to trust and what to show, where the address is https
public record Endpoint(
        String name,
        URI base,
        Duration connect,
        Duration answer,
        Duration stall,
        Credentials credentials,
        Optional<InetSocketAddress> proxy,
        Optional<TlsClient> tls) {
    /// @param name what people call it
    /// @param address of the service
    /// @return an endpoint with the usual patience (5 s to connect, 60 s to answer, 15 s of silence) that
    ///     trusts the authorities of the system
    /// @throws Refusal when the address is not http or https with a host, or those authorities cannot be
    ///     read
    public static Endpoint of(String name, String address) throws Refusal {
        var text = address.strip().replaceAll("/+$", "");
        URI base;
        try {
            base = new URI(text);
        } catch (URISyntaxException malformed) {
            throw new Refusal(DicomwebReason.BAD_ADDRESS, name, address).because(malformed);
        }
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web || base.getHost() == null || base.getQuery() != null || base.getUserInfo() != null)
            throw new Refusal(DicomwebReason.BAD_ADDRESS, name, address);
        return new Endpoint(
                name,
                base,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(15),
                Credentials.NONE,
                Optional.empty(),
                base.getScheme().equals("https")
                        ? Optional.of(TlsClient.of(Trust.ofSystem()))
                        : Optional.empty());
    }

    /// @param other how long to wait for a connection, the head of an answer and within an answer
    /// @return this with that patience
    public Endpoint patient(Duration other) {
        return patient(other, other, other);
    }

    /// @param longestConnect longest wait for a connection
    /// @param longestAnswer longest wait for the head of an answer
    /// @param longestStall longest silence within an answer
    /// @return this with that patience
    public Endpoint patient(
            Duration longestConnect, Duration longestAnswer, Duration longestStall) {
        return new Endpoint(
                name, base, longestConnect, longestAnswer, longestStall, credentials, proxy, tls);
    }

    /// @param other says who asks
    /// @return this with it
    public Endpoint with(Credentials other) {
        return new Endpoint(name, base, connect, answer, stall, other, proxy, tls);
    }

    /// @param host of an HTTP proxy
    /// @param port of it
    /// @return this, reached through it
    public Endpoint through(String host, int port) {
        var address = Optional.of(InetSocketAddress.createUnresolved(host, port));
        return new Endpoint(name, base, connect, answer, stall, credentials, address, tls);
    }

    /// @param other whom to trust and what to show of ourselves
    /// @return this with it
    public Endpoint over(TlsClient other) {
        var client = Optional.of(other);
        return new Endpoint(name, base, connect, answer, stall, credentials, proxy, client);
    }

    /// Something is said that another machine must not hear or see.
    boolean showsWhoAsks() {
        return !credentials.equals(Credentials.NONE)
                || tls.map(TlsClient::hasIdentity).orElse(false);
    }

    /// A token or password may go there: it is encrypted, or does not leave this machine.
    boolean keepsSecrets() {
        return base.getScheme().equals("https")
                || List.of("127.0.0.1", "localhost", "[::1]").contains(base.getHost());
    }

    /// @param segments of the path below the base, encoded here; a UID of dots cannot climb out
    /// @return the address of a resource
    public URI at(String... segments) {
        var text = new StringBuilder(base.toString());
        for (var segment : segments) {
            var plain = segment.equals(".") || segment.equals("..") || segment.isEmpty();
            text.append('/').append(plain ? "%20" : encoded(segment).replace("?", "%3F"));
        }
        return URI.create(text.toString());
    }

    /// Wildcards stay as they are: Orthanc 1.10 does not read them back from `%2A` and `%3F`.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3F", "?")
                .replace("%2C", ",");
    }
}
