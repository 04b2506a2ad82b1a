package org.tyde.media;

import org.tyde.refusal.Refusal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The files in a ZIP archive. Lengths that the archive states are not believed: what comes out is counted,
/// of each entry and of the whole.
final class ZipMedium implements Medium {
    /// Inflated bytes up to which nobody asks how much they were before.
    private static final long UNASKED = 512L << 20;

    private static final int MOST_TIMES = 200;
    private static final int LIST_MIB = 256;

    private final Path path;
    private final ZipFile zip;
    private final long size;
    private final List<MediaFile> files = new ArrayList<>();
    private long inflated;

    private ZipMedium(Path path, ZipFile zip, long size) {
        this.path = path;
        this.zip = zip;
        this.size = size;
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipEntry::getName))
                .forEach(
                        entry ->
                                files.add(
                                        new MediaFile(
                                                entry.getName(),
                                                entry.getSize(),
                                                () -> open(entry))));
    }

    static ZipMedium open(Path path) throws Refusal {
        try {
            checkList(path);
            var zip = new ZipFile(path.toFile());
            try {
                return new ZipMedium(path, zip, Files.size(path));
            } catch (RuntimeException | IOException broken) {
                zip.close();
                throw broken;
            }
        } catch (Refusal known) {
            throw known;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Refusal(MediaReason.BAD_ZIP, path).because(damaged);
        }
    }

    /// The whole list of entries is read into memory when a ZIP is opened: its length, which the record at
    /// the end states (APPNOTE 4.3.16), is looked at before.
    private static void checkList(Path path) throws IOException {
        try (var channel = FileChannel.open(path)) {
            int span = (int) Math.min(channel.size(), 22 + 0xFFFF);
            var tail = ByteBuffer.allocate(span).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining()
                    && channel.read(tail, channel.size() - span + tail.position()) >= 0) {}
            for (int at = span - 22; at >= 0; at--) {
                if (tail.getInt(at) != 0x06054b50) continue;
                long length = Integer.toUnsignedLong(tail.getInt(at + 12));
                if (length != 0xFFFFFFFFL && length > (long) LIST_MIB << 20)
                    throw new Refusal(MediaReason.ZIP_LIST_TOO_LONG, path, LIST_MIB);
                return;
            }
        }
    }

    @Override
    public List<MediaFile> files() {
        return files;
    }

    private InputStream open(ZipEntry entry) throws IOException {
        try {
            return new Counted(zip.getInputStream(entry), entry);
        } catch (ZipException damaged) {
            throw damaged(damaged);
        }
    }

    private Refusal damaged(IOException cause) {
        return new Refusal(MediaReason.BAD_ZIP, path).because(cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Stops at what no picture inflates to.
    private final class Counted extends FilterInputStream {
        private final ZipEntry entry;
        private long count;

        Counted(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n;
            try {
                n = super.read(into, offset, length);
            } catch (ZipException damaged) {
                throw damaged(damaged);
            }
            count += Math.max(0, n);
            inflated += Math.max(0, n);
            long packed = Math.max(1, Math.min(size, entry.getCompressedSize()));
            refuseBeyond(count, packed, entry.getName());
            refuseBeyond(inflated, size, path.toString());
            return n;
        }

        private void refuseBeyond(long bytes, long packed, String name) throws Refusal {
            if (bytes > UNASKED && bytes / packed > MOST_TIMES)
                throw new Refusal(MediaReason.ZIP_BOMB, name, MOST_TIMES);
        }
    }
}
