package org.tyde.dicom.io;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How many headers a second one thread reads, warm: run with files or folders as arguments.
public final class ParseThroughput {
    private ParseThroughput() {}

    /// @param arguments files or folders
    public static void main(String[] arguments) throws IOException {
        var files = new ArrayList<Path>();
        for (var argument : arguments)
            try (var walk = Files.walk(Path.of(argument))) {
                walk.filter(Files::isRegularFile).forEach(files::add);
            }
        var bytes = new ArrayList<byte[]>();
        for (var file : files) bytes.add(Files.readAllBytes(file));
        for (int round = 0; round < 4; round++) {
            report(System.out, "from files", files.size(), () -> files(files));
            report(System.out, "from memory", files.size(), () -> memory(bytes));
        }
    }

    private interface Work {
        long run() throws IOException;
    }

    private static void report(PrintStream out, String what, int count, Work work)
            throws IOException {
        long end = System.nanoTime() + 2_000_000_000L;
        long start = System.nanoTime();
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long headers = 0;
        long elements = 0;
        while (System.nanoTime() < end) {
            elements += work.run();
            headers += count;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        out.printf(
                "%-12s %,.0f headers/s, %,.0f a second of processor time, %,.1f M elements/s%n",
                what, headers / seconds, headers / busy, elements / busy / 1e6);
    }

    private static long files(List<Path> files) throws IOException {
        long elements = 0;
        for (var file : files) elements += DicomReader.readHeader(file).dataSet().size();
        return elements;
    }

    private static long memory(List<byte[]> files) throws IOException {
        long elements = 0;
        for (var file : files) elements += DicomReader.readHeader(file).dataSet().size();
        return elements;
    }
}
