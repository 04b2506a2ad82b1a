package org.tyde.access;

import org.tyde.refusal.Refusal;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;

/// Says who asks, anew with each request to a web service: tokens expire, proofs are made for one
/// request. Thread-safe.
public interface Credentials {
    /// Nothing is said.
    Credentials NONE =
            new Credentials() {
                @Override
                public Map<String, String> headers(String method, URI address) {
                    return Map.of();
                }

                @Override
                public boolean worthAnother(
                        URI address, Map<String, String> sent, int status, HttpHeaders answer) {
                    return false;
                }
            };

    /// @param method of the request, such as `GET`
    /// @param address of the request
    /// @return header fields to send with it
    /// @throws Refusal when there is nothing to show, such as before signing in
    Map<String, String> headers(String method, URI address) throws Refusal;

    /// Learns from an answer: a nonce for the next proof, a token that is no longer taken.
    ///
    /// @param address of the request
    /// @param sent what [#headers] said for it
    /// @param status of the answer
    /// @param answer its header fields
    /// @return whether the same request is worth sending once more, with new [#headers]
    /// @throws Refusal when a new token is needed and not to be had
    boolean worthAnother(URI address, Map<String, String> sent, int status, HttpHeaders answer)
            throws Refusal;
}
