package org.tyde.dicomweb;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `multipart/related` (RFC 2387, RFC 2046 5.1.1) part by part from a stream, holding one buffer.
/// A delimiter counts only at the start of a line and followed by a line end, `--` or blanks, so bytes of
/// an image that look like part of one stay bytes. Not thread-safe.
public final class MultipartReader {
    /// Bytes of one part's headers, at most.
    public static final int HEADER_LIMIT = 16 * 1024;

    private static final int BUFFER = 256 * 1024;
    private static final int BOUNDARY_LIMIT = 200;

    private final InputStream in;
    private final String from;
    private final byte[] delimiter;
    private final int[] skips = new int[256];
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private int found = -1;
    private int searched;
    private boolean exhausted;
    private boolean last;
    private int wholeParts;
    private boolean inPart;

    /// @param from who sent it, for the sentences
    /// @param in the body, read to its closing delimiter and not closed
    /// @param boundary of the media type, without the leading dashes
    /// @throws Refusal when the boundary is empty or too long
    public MultipartReader(String from, InputStream in, String boundary) throws Refusal {
        this.from = from;
        this.in = in;
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(skips, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++)
            skips[delimiter[i] & 0xff] = delimiter.length - 1 - i;
        buffer[0] = '\r'; // the first delimiter may stand at the very start
        buffer[1] = '\n';
        end = 2;
        if (boundary.isBlank() || boundary.length() > BOUNDARY_LIMIT)
            throw broken("no usable boundary");
    }

    /// One part; its body is valid until the next is asked for.
    ///
    /// @param headers names in lower case
    /// @param body the bytes; a truncated answer is refused while they are read
    public record Part(Map<String, String> headers, InputStream body) {
        /// @return its Content-Type, empty when it says none
        public Optional<MediaType> type() {
            return Optional.ofNullable(headers.get("content-type")).flatMap(MediaType::parse);
        }
    }

    /// @return the next part, empty after the closing delimiter; what is left of the last one is skipped
    /// @throws IOException a [Refusal] when the multipart is broken or truncated
    public Optional<Part> next() throws IOException {
        while (!last && findDelimiter() != 0) position = found >= 0 ? found : safeEnd();
        if (last) return Optional.empty();
        if (inPart) wholeParts++;
        inPart = false;
        position += delimiter.length;
        found = -1;
        searched = position;
        var rest = line();
        if (rest.startsWith("--")) {
            last = true;
            return Optional.empty();
        }
        if (!rest.isBlank()) throw broken("text after a delimiter");
        var headers = headers();
        searched = position;
        inPart = true;
        return Optional.of(new Part(headers, new Body(wholeParts)));
    }

    /// @return parts whose closing delimiter was seen
    public int wholeParts() {
        return wholeParts;
    }

    private Map<String, String> headers() throws IOException {
        var headers = new LinkedHashMap<String, String>();
        int bytes = 0;
        while (true) {
            var line = line();
            if (line.isEmpty()) return headers;
            bytes += line.length();
            if (bytes > HEADER_LIMIT) throw broken("headers of a part too long");
            int colon = line.indexOf(':');
            if (colon <= 0) throw broken("a part's header without a colon");
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private String line() throws IOException {
        int start = position;
        int i = start;
        while (true) {
            while (i == end) {
                if (i - start > HEADER_LIMIT) throw broken("headers of a part too long");
                int length = i - start;
                if (!fill()) {
                    if (new String(buffer, position, end - position, StandardCharsets.ISO_8859_1)
                            .equals("--")) { // closing delimiter without a line end
                        position = end;
                        return "--";
                    }
                    throw broken("it ends within a part's headers");
                }
                start = position;
                i = start + length;
            }
            if (buffer[i] == '\n') break;
            i++;
        }
        int stop = i > start && buffer[i - 1] == '\r' ? i - 1 : i;
        position = i + 1;
        return new String(buffer, start, stop - start, StandardCharsets.ISO_8859_1);
    }

    /// @return how many bytes of the part are ready at [#position]; 0 when the delimiter stands there
    private int findDelimiter() throws IOException {
        while (true) {
            if (found < 0) search();
            if (found >= 0) return found - position;
            int ready = safeEnd() - position;
            if (ready > 0) return ready;
            if (!fill()) throw broken("it ends within a part");
        }
    }

    private int safeEnd() {
        return Math.max(position, end - delimiter.length - 1);
    }

    /// Horspool's search; a delimiter needs two more bytes to be sure, unless the stream has ended.
    private void search() {
        int n = delimiter.length;
        int i = Math.max(searched, position);
        while (i + n <= end) {
            byte lastByte = buffer[i + n - 1];
            if (lastByte == delimiter[n - 1] && matches(i)) {
                if (i + n + 2 > end && !exhausted) break;
                if (endsAsDelimiter(i + n)) {
                    found = i;
                    return;
                }
            }
            i += skips[lastByte & 0xff];
        }
        searched = Math.min(i, Math.max(position, end - n - 1));
    }

    private boolean matches(int at) {
        return Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length);
    }

    private boolean endsAsDelimiter(int at) {
        if (at >= end) return false;
        byte first = buffer[at];
        if (first == ' ' || first == '\t' || first == '\n') return true;
        return at + 1 < end
                && (first == '\r' && buffer[at + 1] == '\n'
                        || first == '-' && buffer[at + 1] == '-');
    }

    private boolean fill() throws IOException {
        if (exhausted) return false;
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            searched = Math.max(0, searched - position);
            position = 0;
        }
        if (end == buffer.length) throw broken("a line too long");
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            exhausted = true;
            return true; // one more search, now knowing that nothing follows
        }
        end += count;
        return true;
    }

    private Refusal broken(String what) {
        return new Refusal(DicomwebReason.BROKEN_MULTIPART, from, wholeParts, what)
                .withRule("RFC 2046 5.1.1");
    }

    private final class Body extends InputStream {
        private final int number;

        Body(int number) {
            this.number = number;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (!inPart || number != wholeParts) return -1;
            int ready = findDelimiter();
            if (ready == 0) return -1;
            int count = Math.min(ready, length);
            System.arraycopy(buffer, position, into, offset, count);
            position += count;
            return count;
        }
    }
}
