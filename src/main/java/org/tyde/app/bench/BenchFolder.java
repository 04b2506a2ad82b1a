package org.tyde.app.bench;

import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Arrival;
import org.tyde.dimse.message.InstanceSink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Writes what comes as files and removes them in the end.
final class BenchFolder implements InstanceSink, AutoCloseable {
    private final Path folder;
    private final boolean flush;
    private final List<Path> files = Collections.synchronizedList(new ArrayList<>());

    BenchFolder(Path parent, boolean flush) throws IOException {
        this.folder = Files.createTempDirectory(parent, "bench");
        this.flush = flush;
    }

    @Override
    public Status take(Arrival arrival, InputStream partTen) throws IOException {
        var file = folder.resolve(arrival.sopInstance());
        try (var out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            partTen.transferTo(Channels.newOutputStream(out));
            if (flush) out.force(false);
        }
        files.add(file);
        return Status.SUCCESS;
    }

    void require(int count) throws IOException {
        if (files.size() != count) throw new IOException(files.size() + " of " + count + " came");
    }

    @Override
    public void close() throws IOException {
        for (var file : files) Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
