package org.tyde.app.bench;

import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Arrival;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

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
import java.util.concurrent.Semaphore;

/// Writes what comes as files and removes them in the end. Files are flushed beside the writing of those
/// that follow, some at once, as the cache does it.
final class BenchFolder implements InstanceSink, AutoCloseable {
    private static final int AT_ONCE = 8;

    private final Path folder;
    private final boolean flush;
    private final JobRunner runner;
    private final Semaphore atOnce = new Semaphore(AT_ONCE);
    private final List<Job<Boolean>> flushing = Collections.synchronizedList(new ArrayList<>());
    private final List<Path> files = Collections.synchronizedList(new ArrayList<>());

    BenchFolder(Path parent, boolean flush, JobRunner runner) throws IOException {
        this.folder = Files.createTempDirectory(parent, "bench");
        this.flush = flush;
        this.runner = runner;
    }

    @Override
    public Status take(Arrival arrival, InputStream partTen) throws IOException {
        var file = folder.resolve(arrival.sopInstance());
        var out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        files.add(file);
        try {
            partTen.transferTo(Channels.newOutputStream(out));
        } catch (IOException failed) {
            out.close();
            throw failed;
        }
        if (flush) flushLater(out);
        else out.close();
        return Status.SUCCESS;
    }

    private void flushLater(FileChannel out) {
        atOnce.acquireUninterruptibly();
        flushing.add(
                runner.waiting(
                        "flush",
                        _ -> {
                            try (out) {
                                out.force(false);
                                return true;
                            } finally {
                                atOnce.release();
                            }
                        }));
    }

    void require(int count) throws IOException {
        for (var one : flushing) one.await();
        if (files.size() != count) throw new IOException(files.size() + " of " + count + " came");
    }

    @Override
    public void close() throws IOException {
        for (var file : files) Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
