package org.tyde.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tyde.app.bench.CtHeaders;
import org.tyde.dicom.io.DicomFile;
import org.tyde.dicom.io.DicomReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One header of a CT file, from memory and from a file in the page cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HeaderBenchmark {
    private static final int FILES = 256;

    private final List<byte[]> contents = new ArrayList<>();
    private List<Path> files = List.of();
    private Path folder = Path.of("");
    private int next;

    /// Writes the files.
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("tyde-header");
        files = CtHeaders.write(folder, FILES);
        for (var file : files) contents.add(Files.readAllBytes(file));
    }

    /// Removes them.
    @TearDown
    public void remove() throws IOException {
        for (var file : files) Files.delete(file);
        Files.delete(folder);
    }

    private int next() {
        next = next + 1 & FILES - 1;
        return next;
    }

    /// @return a header whose bytes are in memory
    @Benchmark
    public DicomFile fromMemory() throws IOException {
        return DicomReader.readHeader(contents.get(next()));
    }

    /// @return a header: open, read, close
    @Benchmark
    public DicomFile fromFile() throws IOException {
        return DicomReader.readHeader(files.get(next()));
    }
}
