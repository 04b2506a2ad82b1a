package org.tyde.app.bench;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How many headers are read in a second, up to the pixel data: the first pass (of a fresh process only
/// where files are given: making them warms the reader), then warm, from files in the page cache and from memory, on one thread and on all; what a header takes in
/// memory; and how the cost grows with the elements.
public final class ParseBench {
    /// How many files are made where none are given.
    public static final int FILES = 10_000;

    private static final long WARM_UP = 3_000_000_000L;
    private static final long COUNTED = 500_000_000L;
    private static final int ROUNDS = 7;
    private static final int BATCH = 500;

    private final PrintStream out;

    /// @param out takes a line a measurement
    public ParseBench(PrintStream out) {
        this.out = out;
    }

    private interface Work {
        /// The elements read.
        long run() throws IOException;
    }

    /// @param paths DICOM files and folders of them; where none are given, headers of CT slices made for
    ///     this. Files that are refused are counted and left out.
    /// @throws IOException when the files cannot be made
    public void run(List<Path> paths) throws IOException {
        if (!paths.isEmpty()) {
            measure(files(paths));
            return;
        }
        var folder = Files.createTempDirectory("tyde-parse");
        try {
            var made = CtHeaders.write(folder, FILES);
            measure(made);
            for (var file : made) Files.delete(file);
        } finally {
            Files.deleteIfExists(folder);
        }
        new ParseCurve(out).run();
    }

    /// Only the first pass, for a process that does nothing else.
    ///
    /// @param paths DICOM files and folders of them
    /// @throws IOException when a folder cannot be read
    public void first(List<Path> paths) throws IOException {
        pass(files(paths));
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            try (var walk = Files.walk(path)) {
                files.addAll(walk.filter(Files::isRegularFile).sorted().toList());
            }
        }
        return files;
    }

    private void measure(List<Path> given) throws IOException {
        var files = pass(given);
        var bytes = new ArrayList<byte[]>();
        for (var file : files) bytes.add(Files.readAllBytes(file));
        report("from files, one thread", files.size(), () -> fromFiles(files));
        report("from memory, one thread", files.size(), () -> fromMemory(bytes));
        bytes.clear();
        together(files);
        memory(files);
    }

    /// @return those that are read
    private List<Path> pass(List<Path> given) throws IOException {
        var files = new ArrayList<Path>();
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long all = processOfAllThreads();
        long start = System.nanoTime();
        long elements = 0;
        int refused = 0;
        for (var file : given) {
            try {
                elements += DicomReader.readHeader(file).dataSet().size();
                files.add(file);
            } catch (Refusal malformed) {
                refused++;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy;
        out.printf(
                Locale.ROOT,
                "%,d files, %,d refused, %.0f elements each%n",
                given.size(),
                refused,
                (double) elements / files.size());
        all = processOfAllThreads() - all;
        line("first pass", given.size() / seconds, given.size() / (busy / 1e9));
        out.printf(
                Locale.ROOT,
                "%-26s %,10.0f a second of processor time, compiling and collecting included%n",
                "",
                given.size() / (all / 1e9));
        return files;
    }

    private static long processOfAllThreads() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static long fromFiles(List<Path> files) throws IOException {
        long elements = 0;
        for (var file : files) elements += DicomReader.readHeader(file).dataSet().size();
        return elements;
    }

    private static long fromMemory(List<byte[]> files) throws IOException {
        long elements = 0;
        for (var file : files) elements += DicomReader.readHeader(file).dataSet().size();
        return elements;
    }

    private void line(String what, double wall, double processor) {
        out.printf(
                Locale.ROOT,
                "%-26s %,10.0f a second, %,10.0f a second of processor time%n",
                what,
                wall,
                processor);
    }

    /// The best of several rounds: what a quiet moment of the machine allows.
    private void report(String what, int count, Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) work.run();
        double wall = 0;
        double processor = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            long headers = 0;
            do {
                work.run();
                headers += count;
            } while (System.nanoTime() - start < COUNTED);
            wall = Math.max(wall, headers * 1e9 / (System.nanoTime() - start));
            processor =
                    Math.max(processor, headers * 1e9 / (threads.getCurrentThreadCpuTime() - busy));
        }
        line(what, wall, processor);
    }

    private void together(List<Path> files) throws Refusal {
        int cores = Runtime.getRuntime().availableProcessors();
        try (var runner = new JobRunner(cores)) {
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                long headers = 0;
                do {
                    pass(runner, files);
                    headers += files.size();
                } while (System.nanoTime() - start < COUNTED);
                best = Math.max(best, headers * 1e9 / (System.nanoTime() - start));
            }
            out.printf(
                    Locale.ROOT,
                    "%-26s %,10.0f a second%n",
                    "from files, " + cores + " threads",
                    best);
        }
    }

    private static void pass(JobRunner runner, List<Path> files) throws Refusal {
        var jobs = new ArrayList<Job<Long>>();
        for (int from = 0; from < files.size(); from += BATCH) {
            var some = files.subList(from, Math.min(files.size(), from + BATCH));
            jobs.add(runner.computing("headers", Priority.NEAR, _ -> fromFiles(some)));
        }
        for (var job : jobs) job.await();
    }

    private void memory(List<Path> files) throws IOException {
        long before = retained();
        long heap = Cost.heapOfThread();
        var kept = new ArrayList<DataSet>(files.size());
        for (var file : files) kept.add(DicomReader.readHeader(file).dataSet());
        long allocated = Cost.heapOfThread() - heap;
        long after = retained();
        out.printf(
                Locale.ROOT,
                "%-26s %,10d bytes allocated, %,d kept%n",
                "memory a header",
                allocated / files.size(),
                (after - before) / kept.size());
    }

    /// Bytes in use after a collection.
    private static long retained() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
