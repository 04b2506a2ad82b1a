package org.tyde.dicomweb;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/// One request, which may be sent several times: the same instance stored twice is stored once.
///
/// @param method `GET` or `POST`
/// @param address where to
/// @param headers besides those of the credentials
/// @param body opened anew each time
record Ask(String method, URI address, Map<String, String> headers, BodyPublisher body) {
    Ask {
        headers = Map.copyOf(headers);
    }

    static Ask get(URI address, String accept) {
        return new Ask("GET", address, Map.of("Accept", accept), BodyPublishers.noBody());
    }

    static Ask post(URI address, MediaType type, BodyPublisher body, String accept) {
        var headers = Map.of("Content-Type", type.toString(), "Accept", accept);
        return new Ask("POST", address, headers, body);
    }

    Ask with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Ask(method, address, more, body);
    }

    Ask at(URI elsewhere) {
        return new Ask(method, elsewhere, headers, body);
    }
}
