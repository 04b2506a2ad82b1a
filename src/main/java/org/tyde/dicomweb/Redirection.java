package org.tyde.dicomweb;

import org.tyde.refusal.Refusal;

import java.net.URI;
import java.util.Optional;

/// Where an answer of the status 3xx leads (RFC 9110 15.4), as far as it may be followed: never from
/// https to http, and to another machine only when no secret goes along.
final class Redirection {
    private static final int MOST = 5;

    private final Endpoint endpoint;
    private int followed;

    Redirection(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// @param method of the request; what changes something follows only 307 and 308
    /// @return whether the status asks to go on elsewhere
    static boolean asks(int status, String method) {
        return switch (status) {
            case 301, 302, 303 -> method.equals("GET");
            case 307, 308 -> true;
            default -> false;
        };
    }

    /// @param from the address that answered
    /// @param location as it says
    /// @return the next address
    URI next(URI from, Optional<String> location) throws Refusal {
        if (++followed > MOST) throw refused(DicomwebReason.REDIRECTED_TOO_OFTEN, MOST);
        URI to;
        try {
            to = from.resolve(location.orElseThrow());
        } catch (IllegalArgumentException | java.util.NoSuchElementException nowhere) {
            throw refused(DicomwebReason.REDIRECTED_NOWHERE).because(nowhere);
        }
        require(from, to);
        return to;
    }

    /// @throws Refusal when a request must not go there
    void require(URI from, URI to) throws Refusal {
        boolean secure = "https".equals(to.getScheme());
        if (!secure && !"http".equals(to.getScheme()) || to.getHost() == null)
            throw refused(DicomwebReason.REDIRECTED_NOWHERE);
        if (!secure && "https".equals(from.getScheme()))
            throw refused(DicomwebReason.REDIRECTED_TO_PLAIN, to.getHost());
        boolean same =
                to.getHost().equalsIgnoreCase(from.getHost())
                        && (port(to) == port(from) || secure && from.getScheme().equals("http"));
        if (!same && endpoint.showsWhoAsks())
            throw refused(DicomwebReason.REDIRECTED_ELSEWHERE, to.getAuthority());
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) return address.getPort();
        return address.getScheme().equals("https") ? 443 : 80;
    }

    private Refusal refused(DicomwebReason reason, Object... more) {
        return reason.of(endpoint, more).withRule("RFC 9110 15.4");
    }
}
