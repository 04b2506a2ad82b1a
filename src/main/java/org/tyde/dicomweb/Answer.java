package org.tyde.dicomweb;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An answer with a status of success.
///
/// @param status 2xx, or 409 to a store request
/// @param headers of the answer
/// @param body unpacked; refuses when it stalls
record Answer(int status, HttpHeaders headers, InputStream body) implements AutoCloseable {
    /// What may follow the part that was wanted, such as a line end and the last chunk.
    private static final int LAST_BYTES = 64 * 1024;

    /// `299 host "text"`, the host and the date being of no interest (PS3.18 8.3.4.4).
    private static final Pattern WARNING = Pattern.compile("299\\s+\\S+\\s+\"([^\"]*)\".*");

    Optional<MediaType> type() {
        return headers.firstValue("Content-Type").flatMap(MediaType::parse);
    }

    /// @return the text of each warning of the service
    List<String> warnings() {
        return headers.allValues("Warning").stream()
                .map(w -> WARNING.matcher(w.strip()))
                .filter(java.util.regex.Matcher::matches)
                .map(m -> m.group(1))
                .toList();
    }

    void requireJson(Endpoint endpoint) throws Refusal {
        var type = type().map(MediaType::essence).orElse("?");
        if (!type.equals("application/dicom+json") && !type.equals("application/json"))
            throw DicomwebReason.NOT_DICOMWEB.of(endpoint, type);
    }

    /// Reads to the end where it is near: only then the connection is used again.
    void finish() {
        try {
            if (body.readNBytes(LAST_BYTES).length < LAST_BYTES) body.close();
        } catch (IOException brokenAfterTheEnd) {
            // everything that was wanted is here
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
