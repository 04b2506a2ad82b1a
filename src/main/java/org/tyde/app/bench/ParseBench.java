package org.tyde.app.bench;

import org.tyde.dicom.io.DicomReader;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How many headers one thread reads in a second, from files in the page cache and from memory.
public final class ParseBench {
    private static final long WARM_UP = 2_000_000_000L;
    private static final long COUNTED = 3_000_000_000L;

    /// How many files are made where none are given.
    public static final int FILES = 10_000;

    private final PrintStream out;

    /// @param out takes a line a measurement
    public ParseBench(PrintStream out) {
        this.out = out;
    }

    private interface Work {
        /// The elements read.
        long run() throws IOException;
    }

    /// @param files DICOM files; where none are given, 200 headers of CT slices made for this
    /// @throws IOException when one cannot be read
    public void run(List<Path> files) throws IOException {
        if (!files.isEmpty()) {
            measure(files);
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
    }

    private void measure(List<Path> files) throws IOException {
        var bytes = new ArrayList<byte[]>();
        for (var file : files) bytes.add(Files.readAllBytes(file));
        report("headers from files", files.size(), () -> fromFiles(files));
        report("headers from memory", files.size(), () -> fromMemory(bytes));
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

    private void report(String what, int count, Work work) throws IOException {
        for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) work.run();
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long busy = threads.getCurrentThreadCpuTime();
        long headers = 0;
        long elements = 0;
        while (System.nanoTime() - start < COUNTED) {
            elements += work.run();
            headers += count;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double processor = (threads.getCurrentThreadCpuTime() - busy) / 1e9;
        out.println(
                String.format(
                        Locale.ROOT,
                        "%-20s %,9.0f a second, %,9.0f a second of processor time, %.0f elements"
                                + " each",
                        what,
                        headers / seconds,
                        headers / processor,
                        (double) elements / headers));
    }
}
