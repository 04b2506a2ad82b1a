package org.tyde.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A `multipart/related` body made of pieces that are opened one after the other, its length known
/// before the first byte is sent. The boundary is a random 122-bit number: no image contains it.
public final class MultipartBody {
    private final String boundary = "tyde-" + UUID.randomUUID();
    private final List<Piece> pieces;
    private final MediaType rootType;

    /// Bytes that can be opened again.
    @FunctionalInterface
    public interface Source {
        /// @return a fresh stream at the first byte
        /// @throws IOException when it cannot be opened
        InputStream open() throws IOException;
    }

    /// One part.
    ///
    /// @param type its Content-Type
    /// @param length in bytes, exactly what the source gives
    /// @param source its bytes
    public record Piece(MediaType type, long length, Source source) {
        /// @param file one instance in PS3.10 form
        /// @return a part with it
        /// @throws IOException when the file cannot be read
        public static Piece of(Path file) throws IOException {
            return new Piece(MediaType.DICOM, Files.size(file), () -> Files.newInputStream(file));
        }

        /// @param type its Content-Type
        /// @param bytes its bytes, not copied
        /// @return a part with them
        public static Piece of(MediaType type, byte[] bytes) {
            return new Piece(type, bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }

    /// @param rootType of the parts, the `type` parameter
    /// @param pieces in order
    public MultipartBody(MediaType rootType, List<Piece> pieces) {
        this.rootType = rootType;
        this.pieces = List.copyOf(pieces);
    }

    /// @return the Content-Type of the whole
    public MediaType type() {
        return MediaType.parse("multipart/related")
                .orElseThrow()
                .with("type", rootType.essence())
                .with("boundary", boundary);
    }

    /// @return bytes of the whole
    public long length() {
        long sum = closing().length;
        for (var piece : pieces) sum += opening(piece).length + piece.length + 2;
        return sum;
    }

    /// @return the whole as one stream; each piece is opened when its turn comes
    public InputStream open() {
        var sources = new ArrayList<Source>();
        for (var piece : pieces) {
            sources.add(() -> new ByteArrayInputStream(opening(piece)));
            sources.add(() -> new Exactly(piece));
            sources.add(() -> new ByteArrayInputStream(new byte[] {'\r', '\n'}));
        }
        sources.add(() -> new ByteArrayInputStream(closing()));
        return new Chain(sources);
    }

    /// @param out gets the whole, and is not closed
    /// @throws IOException when a piece cannot be read or `out` not be written
    public void writeTo(OutputStream out) throws IOException {
        var buffer = new byte[256 * 1024];
        try (var in = open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) out.write(buffer, 0, n);
        }
    }

    private byte[] opening(Piece piece) {
        return ("--"
                        + boundary
                        + "\r\nContent-Type: "
                        + piece.type
                        + "\r\nContent-Length: "
                        + piece.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] closing() {
        return ("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /// Refuses to send a file that grew or shrank since its length was announced.
    private static final class Exactly extends InputStream {
        private final InputStream in;
        private long left;

        Exactly(Piece piece) throws IOException {
            in = piece.source.open();
            left = piece.length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) return -1;
            int count = in.read(into, offset, (int) Math.min(length, left));
            if (count < 0) throw new IOException("a part is shorter than announced");
            left -= count;
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class Chain extends InputStream {
        private final List<Source> sources;
        private int next;
        private InputStream current = InputStream.nullInputStream();

        Chain(List<Source> sources) {
            this.sources = sources;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            while (true) {
                int count = current.read(into, offset, length);
                if (count > 0) return count;
                current.close();
                if (next == sources.size()) return -1;
                current = sources.get(next++).open();
            }
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }
}
