package org.tyde.app.bench;

import com.sun.management.OperatingSystemMXBean;

import org.tyde.store.BlobCache;
import org.tyde.store.BlobId;
import org.tyde.store.Cache;
import org.tyde.store.Protection;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// How fast content becomes durable blobs, hashed and flushed, in the clear and encrypted, and how fast it is
/// read again: 512 KiB each, a slice of CT.
final class BlobBench {
    private static final int BLOBS = 256;
    private static final int BYTES = 512 * 1024;
    private static final int ROUNDS = 5;

    private final PrintStream out;
    private final byte[] content = new byte[BYTES];
    private long made;

    BlobBench(PrintStream out) {
        this.out = out;
        new Random(20261123).nextBytes(content);
    }

    void run(Path folder, JobRunner runner) throws Exception {
        for (boolean sealed : new boolean[] {false, true, false, true}) {
            var here = folder.resolve("blobs" + made);
            try (var cache =
                    sealed
                            ? Cache.open(
                                    here, runner, new Protection(new IndexBench.FixedKey(), true))
                            : Cache.open(here, runner)) {
                cache.recovery().await();
                for (int threads : new int[] {1, 4}) keep(cache.blobs(), runner, threads, sealed);
            }
        }
    }

    private void keep(BlobCache blobs, JobRunner runner, int threads, boolean sealed)
            throws Exception {
        var clock = new double[ROUNDS];
        var worked = new double[ROUNDS];
        var read = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = cpu();
            long start = System.nanoTime();
            var kept = keep(blobs, runner, threads);
            clock[round] = System.nanoTime() - start;
            worked[round] = cpu() - cpu;
            start = System.nanoTime();
            for (var id : kept) blobs.open(id).all();
            read[round] = System.nanoTime() - start;
            for (var id : kept) blobs.remove(id);
        }
        out.printf(
                Locale.ROOT,
                "%s, %d at a time: %.0f MB/s kept, %.2f s of processor a GB; %.0f MB/s read%n",
                sealed ? "encrypted" : "in the clear",
                threads,
                rate(clock),
                1 / rate(worked) * 1e3,
                rate(read));
    }

    private List<BlobId> keep(BlobCache blobs, JobRunner runner, int threads) throws IOException {
        var jobs = new ArrayList<Job<List<BlobId>>>();
        for (int t = 0; t < threads; t++) {
            var own = content.clone();
            long first = made;
            made += BLOBS / threads;
            jobs.add(runner.waiting("keep blobs", _ -> some(blobs, own, first, BLOBS / threads)));
        }
        var kept = new ArrayList<BlobId>();
        for (var job : jobs) kept.addAll(job.await());
        return kept;
    }

    private static List<BlobId> some(BlobCache blobs, byte[] own, long first, int count)
            throws IOException {
        var kept = new ArrayList<BlobId>();
        for (int i = 0; i < count; i++) {
            ByteBuffer.wrap(own).putLong(first + i);
            kept.add(blobs.put(new ByteArrayInputStream(own)));
        }
        return kept;
    }

    /// MB/s of the median.
    private static double rate(double[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return (double) BLOBS * BYTES / 1e6 / (sorted[ROUNDS / 2] / 1e9);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
