package org.tyde.codec.video;

import org.tyde.dicom.BulkData;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/// The temporary files through which the video process reads streams: readable by this user alone, the last few
/// kept, deleted when others come or this process ends. Not thread-safe.
final class StreamFiles {
    private static final int KEPT = 3;
    private static final int CHUNK = 1 << 20;

    private record Kept(List<BulkData> parts, Path file) {}

    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private final Consumer<Path> closing;

    /// @param closing told of a file before it is deleted
    StreamFiles(Consumer<Path> closing) {
        this.closing = closing;
    }

    /// @param parts of a stream, in order
    /// @return a file that holds them
    Path of(List<BulkData> parts, JobContext job) throws IOException {
        for (var one : kept) if (one.parts.equals(parts)) return one.file;
        if (kept.size() == KEPT) drop(kept.removeFirst().file);
        var file = Files.createTempFile("tyde-video", ".stream");
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            for (var part : parts)
                for (long at = 0; at < part.length(); at += CHUNK) {
                    job.checkpoint();
                    out.write(part.read(at, (int) Math.min(CHUNK, part.length() - at)));
                }
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        kept.addLast(new Kept(parts, file));
        return file;
    }

    private void drop(Path file) throws IOException {
        closing.accept(file);
        Files.deleteIfExists(file);
    }
}
